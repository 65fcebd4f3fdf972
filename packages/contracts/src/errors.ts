// SPDX-License-Identifier: Apache-2.0
import type { ErrorFamily } from '@yiwang/kernel';
import { type Static, Type } from 'typebox';

/** A problem document (RFC 9457) as the API answers it. */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  detail: Type.Optional(Type.String()),
  instance: Type.Optional(Type.String()),
  errors: Type.Optional(
    Type.Array(
      Type.Object({
        pointer: Type.Optional(Type.String()),
        row: Type.Optional(Type.Integer()),
        field: Type.Optional(Type.String()),
        reason: Type.String(),
      }),
    ),
  ),
});
export type Problem = Static<typeof Problem>;

interface CatalogueRow {
  family: ErrorFamily;
  status: number;
  zh: string;
  en: string;
}

/** Every code that leaves the house, with what happened and what to do, in both languages. */
export const ERRORS = {
  input_invalid: {
    family: 'invalid',
    status: 422,
    zh: '填写的内容有误，请按提示修改后再提交。',
    en: 'Something in the input is not right. Change what is marked and send it again.',
  },
  form_invalid: {
    family: 'invalid',
    status: 422,
    zh: '表单填写不完整或有误，请按提示修改。',
    en: 'The form is incomplete or wrong. Change what is marked.',
  },
  link_unreadable: {
    family: 'invalid',
    status: 422,
    zh: '这不像一个网址，请从浏览器地址栏完整复制。',
    en: 'This does not look like a web address. Copy it whole from the address bar.',
  },
  body_too_large: {
    family: 'invalid',
    status: 413,
    zh: '提交的内容太大，请减小后再试。',
    en: 'What was sent is too large. Make it smaller and try again.',
  },
  agency_known: {
    family: 'refused',
    status: 409,
    zh: '这个位置已经有单位了，请核对区划代码。',
    en: 'There is an office in this place already. Check the division code.',
  },
  unit_known: {
    family: 'refused',
    status: 409,
    zh: '这个单位已经有同名的内设机构。',
    en: 'The office has a unit of this name already.',
  },
  link_ended: {
    family: 'refused',
    status: 404,
    zh: '这个链接已失效。请联系发函单位重新取得链接。',
    en: 'This link has ended. Ask the office that wrote to you for a new one.',
  },
  link_not_open: {
    family: 'refused',
    status: 409,
    zh: '当前不能生成答复链接：文书还没有发出，或者已经办结。',
    en: 'No link can be made now: the paper has not been sent yet, or the file has ended.',
  },
  document_in_making: {
    family: 'refused',
    status: 409,
    zh: '文书正在生成，请稍候再打开。',
    en: 'The paper is being made. Open it again in a moment.',
  },
  attachment_refused: {
    family: 'invalid',
    status: 422,
    zh: '这个文件不能上传：只收 PDF、图片、办公文档和文本，每个不超过 10 MB，每份文件最多 100 个。',
    en: 'This file cannot be taken: PDF, pictures, office documents and text only, at most 10 MB each and 100 in all.',
  },
  not_signed_in: { family: 'refused', status: 401, zh: '请先登录。', en: 'Please sign in first.' },
  credentials_wrong: {
    family: 'refused',
    status: 401,
    zh: '用户名或密码不对，请检查后再试。',
    en: 'User name or password is wrong. Check both and try again.',
  },
  otp_needed: {
    family: 'refused',
    status: 401,
    zh: '请输入身份验证器上的六位动态码。',
    en: 'Enter the six-digit code of your authenticator.',
  },
  otp_wrong: {
    family: 'refused',
    status: 401,
    zh: '动态码不对或已用过，请等下一个码再试。',
    en: 'The code is wrong or was used already. Wait for the next one and try again.',
  },
  second_factor_on: {
    family: 'refused',
    status: 409,
    zh: '动态码已经启用；要换手机，请先停用。',
    en: 'One-time codes are on already. To change telephones, turn them off first.',
  },
  provider_refused: {
    family: 'refused',
    status: 401,
    zh: '统一认证没有通过，或等待太久。请重新登录。',
    en: 'The sign-in provider did not vouch for you, or it took too long. Sign in again.',
  },
  provider_unknown_person: {
    family: 'refused',
    status: 403,
    zh: '统一认证通过了，但这里没有对应的账户，请联系管理员。',
    en: 'The provider knows you, but there is no account of yours here. Ask an administrator.',
  },
  provider_away: {
    family: 'failed',
    status: 502,
    zh: '统一认证暂时连不上，请稍后再试，或用密码登录。',
    en: 'The sign-in provider cannot be reached. Try again later, or sign in with your password.',
  },
  too_many_attempts: {
    family: 'refused',
    status: 429,
    zh: '尝试次数过多，请稍候再试。',
    en: 'Too many attempts. Wait a little and try again.',
  },
  too_many_requests: {
    family: 'refused',
    status: 429,
    zh: '请求过于频繁，请稍候再试。',
    en: 'Too many requests. Wait a little and try again.',
  },
  csrf_wrong: {
    family: 'refused',
    status: 403,
    zh: '页面已过期，请刷新后再操作。',
    en: 'The page is out of date. Reload it and try again.',
  },
  not_allowed: {
    family: 'refused',
    status: 403,
    zh: '您的岗位没有这项权限。',
    en: 'Your role does not allow this.',
  },
  not_found: {
    family: 'refused',
    status: 404,
    zh: '没有找到，或不在您的权限范围内。',
    en: 'Not found, or outside of what you may see.',
  },
  address_refused: {
    family: 'refused',
    status: 422,
    zh: '该网址不能巡查：不是公网网址，或指向内部地址。',
    en: 'This address cannot be visited: it is not a public web address or leads to an internal one.',
  },
  already_judged: {
    family: 'refused',
    status: 409,
    zh: '这条命中已有人处理，页面已更新。',
    en: 'Somebody has judged this hit already; the page has been updated.',
  },
  candidate_judged: {
    family: 'refused',
    status: 409,
    zh: '这个候选场所已有人判定，页面已更新。',
    en: 'Somebody has judged this candidate already; the page has been updated.',
  },
  subject_missing: {
    family: 'refused',
    status: 409,
    zh: '主体库里没有这个主体。',
    en: 'The register has no such subject.',
  },
  plan_without_aim: {
    family: 'invalid',
    status: 422,
    zh: '请写明网址或选择场所类别。',
    en: 'Name addresses or choose classes of venues.',
  },
  plan_dates: {
    family: 'invalid',
    status: 422,
    zh: '日期先后不对：复查要在开始之后，结束不能早于开始。',
    en: 'The days are out of order: the second phase comes after the first, the end not before the beginning.',
  },
  plan_ended: {
    family: 'refused',
    status: 409,
    zh: '这个计划已经结束。',
    en: 'This plan has ended.',
  },
  search_not_set_up: {
    family: 'refused',
    status: 409,
    zh: '还没有配置搜索服务（YIWANG_SEARCH_URL）。',
    en: 'No search service is set up (YIWANG_SEARCH_URL).',
  },
  search_failed: {
    family: 'failed',
    status: 502,
    zh: '搜索服务没有给出可读的结果，请稍后再试。',
    en: 'The search service gave no readable answer. Try again later.',
  },
  nothing_to_undo: {
    family: 'refused',
    status: 409,
    zh: '没有可以撤销的处理。',
    en: 'There is nothing to take back.',
  },
  lead_in_hand: {
    family: 'refused',
    status: 409,
    zh: '线索已有人办理，不能再撤销。',
    en: 'The lead is already being handled; the verdict can no longer be taken back.',
  },
  action_not_open: {
    family: 'refused',
    status: 409,
    zh: '当前状态下不能进行这项操作。',
    en: 'The procedure does not allow this action now.',
  },
  moved_on: {
    family: 'refused',
    status: 409,
    zh: '文件刚被他人更新，请查看变化后再操作。',
    en: 'Somebody has just changed this file. Look at what changed, then act again.',
  },
  username_taken: {
    family: 'refused',
    status: 409,
    zh: '用户名已被使用，请换一个。',
    en: 'This user name is taken. Choose another one.',
  },
  setup_done: {
    family: 'refused',
    status: 409,
    zh: '管理员已经设立。',
    en: 'The first administrator exists already.',
  },
  setup_token_wrong: {
    family: 'refused',
    status: 403,
    zh: '设立口令不对，请查看启动时终端显示的口令。',
    en: 'The set-up token is wrong. Look at what the first start printed.',
  },
  idempotency_conflict: {
    family: 'refused',
    status: 409,
    zh: '同一请求编号已用于不同的内容。',
    en: 'This idempotency key was used for a different request.',
  },
  proof_refused: {
    family: 'invalid',
    status: 422,
    zh: '这个文件不能接收：只收图片、视频、PDF 和文本，每个不超过 20 MB。您已填写的内容没有丢失。',
    en: 'This file cannot be taken: pictures, films, PDF and text only, at most 20 MB each. What you have written is not lost.',
  },
  filing_flood: {
    family: 'refused',
    status: 429,
    zh: '从您所在网络提交的件太多，请稍后再提交。您已填写的内容没有丢失。',
    en: 'Too many filings come from your network; send it again later. What you have written is not lost.',
  },
  receipt_unknown: {
    family: 'refused',
    status: 404,
    zh: '没有这个查询码，请核对是否输入完整。',
    en: 'There is no such receipt code. Check that it is complete.',
  },
  received_in_future: {
    family: 'invalid',
    status: 422,
    zh: '收到日期不能晚于今天。',
    en: 'The day of receipt cannot lie in the future.',
  },
  evidence_missing: {
    family: 'failed',
    status: 410,
    zh: '证据文件缺失，请联系管理员核查存储。',
    en: 'The evidence file is missing. Ask an administrator to check the store.',
  },
  already_there: {
    family: 'refused',
    status: 409,
    zh: '已经登记过，没有重复登记。请查找已有的那一条。',
    en: 'It is on file already; nothing was added. Look for the record that is there.',
  },
  merge_refused: {
    family: 'refused',
    status: 409,
    zh: '这两条不能合并：是同一条，或者其中一条已经并入别的主体。',
    en: 'These two cannot be merged: they are one record, or one of them stands behind another already.',
  },
  table_unreadable: {
    family: 'invalid',
    status: 422,
    zh: '这个文件读不出来。请用 CSV、NDJSON 或 XLSX（可以是 .gz），第一行是列名。',
    en: 'This file cannot be read. Give CSV, NDJSON or XLSX (also .gz) with the names of columns in the first row.',
  },
  disk_full: {
    family: 'failed',
    status: 507,
    zh: '服务器磁盘已满，没有保存。请联系管理员清理空间后再试。',
    en: 'The disk of the server is full; nothing was saved. Ask an administrator to make room, then try again.',
  },
  not_ready: {
    family: 'failed',
    status: 503,
    zh: '系统正在启动，请稍候再试。',
    en: 'The service is starting. Try again in a moment.',
  },
  internal: {
    family: 'failed',
    status: 500,
    zh: '系统出错，您的数据没有丢失，请稍后再试。',
    en: 'Something went wrong on our side; nothing of yours is lost. Try again later.',
  },
} as const satisfies Record<string, CatalogueRow>;

export type ErrorCode = keyof typeof ERRORS;
