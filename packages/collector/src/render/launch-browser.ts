// SPDX-License-Identifier: Apache-2.0
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { failed } from '@yiwang/kernel';
import type { Browser as PlaywrightBrowser } from 'playwright-core';
import type { Fonts } from './chinese-fonts.ts';
import type { Browser } from './find-browser.ts';

export interface LaunchOptions {
  browser: Browser;
  fonts: Fonts;
  spkiHash: string;
  /** `on`: refuse to start without; `off`: only by an explicit setting, and it is recorded. */
  sandbox: 'on' | 'off';
}

export interface Launched {
  playwright: PlaywrightBrowser;
  /** For the conditions of a capture. */
  facts: {
    browser: string;
    source: Browser['source'];
    sandbox: 'on' | 'off';
    uid: number;
    fonts: Fonts['source'];
  };
  close(): Promise<void>;
}

const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/**
 * The browser is started through a small script: it tells its process id, so that a browser that hangs can be killed
 * with all its children, and as root it goes on as nobody.
 */
function makeStarter(browser: Browser, isRoot: boolean) {
  const folder = mkdtempSync(join(tmpdir(), 'yiwang-launch-'));
  const path = join(folder, 'browser.sh');
  const helper = fileURLToPath(new URL('run-as-nobody.ts', import.meta.url));
  const asNobody = isRoot
    ? `${quote(process.execPath)} --disable-warning=ExperimentalWarning ${quote(helper)} `
    : '';
  writeFileSync(
    path,
    `#!/bin/sh\necho $$ > ${quote(join(folder, 'pid'))}\nexec ${asNobody}${quote(browser.path)} "$@"\n`,
  );
  chmodSync(path, 0o700);
  return {
    path,
    kill() {
      const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'));
      // Playwright starts it as the leader of a group of its own.
      if (pid > 1) process.kill(-pid, 'SIGKILL');
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Everything that could reach the net around the proxy is off: QUIC, WebRTC over UDP, own DNS, background services. */
const ARGUMENTS = [
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-domain-reliability',
  '--disable-gpu',
  '--dns-prefetch-disable',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--font-render-hinting=none',
  '--lang=zh-CN',
];

/** Starts the browser as an ordinary user with its sandbox. Throws `collector.browser-start` with the reason. */
export async function launchBrowser(options: LaunchOptions): Promise<Launched> {
  const isRoot = process.getuid?.() === 0;
  const starter = makeStarter(options.browser, isRoot);
  try {
    // Loaded only where a browser is wanted: most commands never need it.
    const { chromium } = await import('playwright-core');
    const playwright = await chromium.launch({
      executablePath: starter.path,
      headless: true,
      chromiumSandbox: options.sandbox === 'on',
      // A dead end for whatever is not one of our contexts.
      proxy: { server: 'http://127.0.0.1:9' },
      args: [...ARGUMENTS, `--ignore-certificate-errors-spki-list=${options.spkiHash}`],
      env: {
        PATH: process.env['PATH'] ?? '/usr/bin:/bin',
        LANG: 'C.UTF-8',
        TZ: 'Asia/Shanghai',
        ...options.browser.env,
        ...options.fonts.env,
      },
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      timeout: 30_000,
    });
    return {
      playwright,
      facts: {
        browser: `Chromium ${playwright.version()}`,
        source: options.browser.source,
        sandbox: options.sandbox,
        fonts: options.fonts.source,
        uid: isRoot ? 65_534 : (process.getuid?.() ?? -1),
      },
      async close() {
        const late = setTimeout(() => {
          try {
            starter.kill();
          } catch {
            // It ended by itself meanwhile.
          }
        }, 4000);
        await playwright.close().catch(() => {});
        clearTimeout(late);
        starter.remove();
      },
    };
  } catch (error) {
    starter.remove();
    const text = String((error as Error).message);
    const reason = /No usable sandbox|sandbox/i.test(text)
      ? 'the kernel allows no sandbox to ordinary users (user namespaces); allow them, or turn the sandbox off by its setting'
      : (text.split('\n').find((line) => line.trim() !== '') ?? 'unknown');
    throw failed('collector.browser-start', `the browser ${options.browser.path} did not start: ${reason}`, {
      cause: error,
    });
  }
}
