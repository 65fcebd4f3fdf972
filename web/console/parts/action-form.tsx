// SPDX-License-Identifier: Apache-2.0
import { attachToFile, type FormField, listAgencies, listPeople, type OpenAction } from '@yiwang/contracts';
import { Alert, Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { upload } from '../api/client.ts';
import { useCall } from '../api/use-call.ts';
import { useSession } from '../app/session.tsx';
import { useText } from '../app/use-text.ts';
import { Field } from './field.tsx';
import { fieldReasons, ProblemView, wordsOf } from './problem-view.tsx';

type Value = string | boolean | null;
export type FormValues = Record<string, Value>;

interface ControlProps {
  field: FormField;
  value: Value;
  onChange(value: Value): void;
  /** The file that the form belongs to. */
  fileId: string;
  attributes: Record<string, unknown> & { id: string };
}

/** Offices and people are chosen from lists of the API. */
function ChoiceFromApi({ field, value, onChange, attributes }: ControlProps) {
  const { t, word } = useText();
  const { may, agency } = useSession();
  const agencies = useCall(listAgencies, {}, { enabled: field.type === 'agency' });
  const people = useCall(
    listPeople,
    { query: { limit: 200 } },
    { enabled: field.type === 'person' && may(listPeople) },
  );
  const own = agency.path;
  const fits = (path: string) =>
    field.within === 'below'
      ? path.startsWith(`${own}.`)
      : field.within === 'above'
        ? own.startsWith(`${path}.`)
        : path !== own;
  const options =
    field.type === 'agency'
      ? (agencies.data?.items ?? [])
          .filter((one) => fits(one.path))
          .map((agency) => ({
            value: agency.id,
            title: `${agency.name} · ${word('level', agency.level)}`,
          }))
      : (people.data?.items ?? []).map((person) => ({
          value: person.id,
          title: `${person.name} · ${person.agency.name}`,
        }));
  const { status: _, ...rest } = attributes;
  return (
    <select {...rest} value={String(value ?? '')} onChange={(event) => onChange(event.target.value || null)}>
      <option value="">{t('leads.chooseOne')}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.title}
        </option>
      ))}
    </select>
  );
}

/** Hands the file in at once; the form carries its id. */
function FileControl({ fileId, onChange, attributes }: ControlProps) {
  const text = useText();
  const [state, setState] = useState<{ busy?: boolean; name?: string; error?: unknown }>({});
  const send = async (file: File | undefined) => {
    if (!file) return;
    setState({ busy: true });
    try {
      const { id, name } = await upload(attachToFile, { params: { id: fileId } }, file);
      setState({ name });
      onChange(id);
    } catch (error) {
      setState({ error });
      onChange(null);
    }
  };
  const { status: _, ...plain } = attributes;
  return (
    <span className="file-control">
      <input
        {...plain}
        type="file"
        accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx,.zip,.txt,.csv"
        onChange={(event) => void send(event.target.files?.[0])}
      />
      <span aria-live="polite">
        {state.busy ? text.t('files.uploading') : null}
        {state.name ? text.t('files.uploaded', { name: state.name }) : null}
        {state.error ? <span className="field-error">{wordsOf(state.error, text)}</span> : null}
      </span>
    </span>
  );
}

function Control(props: ControlProps) {
  const { t, both } = useText();
  const { field, value, onChange, attributes } = props;
  const { status: _, ...plain } = attributes;
  switch (field.type) {
    case 'longtext':
      return (
        <Input.TextArea
          {...attributes}
          rows={4}
          maxLength={5000}
          value={String(value ?? '')}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'choice':
      return (
        <select
          {...plain}
          value={String(value ?? '')}
          onChange={(event) => onChange(event.target.value || null)}
        >
          <option value="">{t('leads.chooseOne')}</option>
          {(field.options ?? []).map((option) => (
            <option key={option.value} value={option.value}>
              {both(option.title)}
            </option>
          ))}
        </select>
      );
    case 'boolean':
      return (
        <Checkbox
          id={attributes.id}
          checked={value === true}
          onChange={(event) => onChange(event.target.checked)}
        >
          {t('app.yes')}
        </Checkbox>
      );
    case 'agency':
    case 'person':
      return <ChoiceFromApi {...props} />;
    case 'file':
      return <FileControl {...props} />;
    default:
      return (
        <Input
          {...attributes}
          type={field.type === 'date' ? 'date' : 'text'}
          {...(field.future ? { min: new Date().toISOString().slice(0, 10) } : {})}
          maxLength={5000}
          value={String(value ?? '')}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}

interface ActionFormProps {
  fileId: string;
  action: OpenAction;
  busy: boolean;
  error: unknown;
  onAct(form: FormValues): void;
  onCancel(): void;
}

/**
 * The form of any action of any procedure, rendered from what the API lists. The screen knows no rule: it only asks
 * for what is marked as required, and the server decides.
 */
export function ActionForm({ fileId, action, busy, error, onAct, onCancel }: ActionFormProps) {
  const { t, both } = useText();
  const [values, setValues] = useState<FormValues>({});
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set());
  const reasons = fieldReasons(error);
  const act = () => {
    const empty = action.form.filter(
      (field) => field.required && field.type !== 'boolean' && !String(values[field.name] ?? '').trim(),
    );
    setMissing(new Set(empty.map((field) => field.name)));
    if (empty.length > 0) return;
    onAct(
      Object.fromEntries(
        action.form.map((field) => [
          field.name,
          field.type === 'boolean' ? values[field.name] === true : values[field.name] || null,
        ]),
      ),
    );
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        act();
      }}
    >
      <ProblemView error={error} />
      {action.final ? (
        <Alert className="problem" type="warning" showIcon title={t('leads.finalAsk')} />
      ) : null}
      {action.form.map((field) => (
        <Field
          key={field.name}
          label={
            field.required || field.type === 'boolean'
              ? both(field.title)
              : `${both(field.title)} (${t('app.optional')})`
          }
          help={field.help && both(field.help)}
          required={field.required}
          error={missing.has(field.name) && !values[field.name] ? t('app.required') : reasons[field.name]}
        >
          {(attributes) => (
            <Control
              field={field}
              value={values[field.name] ?? null}
              attributes={attributes}
              fileId={fileId}
              onChange={(value) => setValues({ ...values, [field.name]: value })}
            />
          )}
        </Field>
      ))}
      <div className="button-row">
        <Button type="primary" danger={action.final} htmlType="submit" loading={busy}>
          {both(action.title)}
        </Button>
        <Button onClick={onCancel}>{t('app.cancel')}</Button>
      </div>
    </form>
  );
}
