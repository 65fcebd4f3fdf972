// SPDX-License-Identifier: Apache-2.0
import type { Shape } from '../shape.ts';
import type { secondFactor as source } from '../zh-CN/second-factor.ts';

export const secondFactor: Shape<typeof source> = {
  title: 'One-time codes',
  text: 'With them, signing in takes the password and the six digits your authenticator shows. A password that leaked opens nothing.',
  off: 'Not turned on',
  on: 'On since {{date}}, {{count}} recovery codes left',
  password: 'Your password first',
  begin: 'Turn codes on',
  remove: 'Turn codes off',
  scan: 'Scan this with your authenticator, or key in the secret below. Then enter the six digits it shows.',
  secret: 'Secret',
  code: 'Six-digit code',
  confirm: 'Confirm',
  recovery: 'Recovery codes',
  recoveryText:
    'If the telephone is lost, each of these replaces one code, once. They are shown only here and now: print or write them down and keep them safe.',
  kept: 'I have kept them',
  removed: 'One-time codes are off.',
  reset: 'Turn codes off',
  resetAsk: 'Turn off the one-time codes of {{name}}?',
  resetText:
    'For somebody who lost the telephone. The password alone signs in until codes are turned on again. Make sure first that it is really this person; the reason goes into the audit.',
  otp: 'One-time code',
  otpHelp: 'Six digits of your authenticator; without your telephone, one of the recovery codes.',
  provider: 'Sign in by {{name}}',
  or: 'or with your password',
};
