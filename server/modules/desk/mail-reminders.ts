// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { createTransport } from 'nodemailer';
import { Type } from 'typebox';
import { defineJob, handles, type JobContext } from '../../platform/jobs/job.ts';
import { writeReminders } from './reminders.ts';

/** Writes reminders every morning and sends what waits to be sent. */
export const remindJob = defineJob('desk.remind', Type.Object({}));

interface Waiting {
  person_id: string;
  mail: string;
  ids: string[];
  lines: string[];
}

const PEOPLE_A_RUN = 500;

export const remind = handles(remindJob, async (_payload, context) => {
  const { app } = context;
  await context.system((tx) => writeReminders(tx, app.clock.now()));
  if (app.settings.smtpUrl === null) return;
  const transport = createTransport(app.settings.smtpUrl);
  try {
    for (const one of await whoWaits(context)) {
      if (context.signal.aborted) return;
      await transport.sendMail({
        from: app.settings.mailFrom,
        to: one.mail,
        ...letter(one, app.settings.publicUrl),
      });
      await context.system((tx) =>
        sql`update reminders set mailed_at = ${new Date(app.clock.now())}
          where reminder_id = any(${one.ids}::uuid[])`.execute(tx),
      );
    }
  } finally {
    transport.close();
  }
});

/**
 * Who is to be written to. Only numbers and dates are read here: mail travels open, so it names no party, no title and
 * no reporter; what the file is about is read in the console.
 */
async function whoWaits(context: JobContext): Promise<Waiting[]> {
  const { rows } = await context.system((tx) =>
    sql<Waiting>`
      select r.person_id, d.mail, array_agg(r.reminder_id::text) as ids,
        array_agg(t.number || ' ' || coalesce(r.due::text, '') || ' ' || r.kind order by r.due, t.number) as lines
      from reminders r
      join desk_settings d on d.person_id = r.person_id and d.mail_on and d.mail is not null
      join people p on p.person_id = r.person_id and p.disabled_at is null
      join file_tasks t on t.file_id = r.file_id and t.ended_at is null
      where r.mailed_at is null and r.seen_at is null
      group by 1, 2 limit ${PEOPLE_A_RUN}`.execute(tx),
  );
  return rows;
}

const WORDS: Record<string, string> = {
  assigned: '交给您办理 / assigned to you',
  'due-soon': '三日内到期 / due within three days',
  'due-today': '今日到期 / due today',
  overdue: '已超期 / overdue',
};

function letter(one: Waiting, publicUrl: string | null): { subject: string; text: string } {
  const lines = one.lines.map((line) => line.replace(/(\S+)$/, (kind) => WORDS[kind] ?? kind));
  return {
    subject: `以网提醒：${one.lines.length} 件 / Yiwang: ${one.lines.length} reminder(s)`,
    text: [
      ...lines,
      '',
      publicUrl === null ? '请在工作台查看。/ See the console.' : new URL('/console/desk', publicUrl).href,
      '可在“我的桌面 · 提醒”停止邮件。/ Stop these mails under "My desk · Reminders".',
    ].join('\n'),
  };
}
