// SPDX-License-Identifier: Apache-2.0
import type { AddressInfo } from 'node:net';
import { failed } from '@yiwang/kernel';
import type { App } from '../app.ts';
import type { DatabaseAddresses } from '../database/acquire-database.ts';
import { mountAnswerPages } from '../http/answer-pages.ts';
import type { Authenticator } from '../http/authenticator.ts';
import { mountConsole } from '../http/console.ts';
import { createServer } from '../http/create-server.ts';
import { mountPortal } from '../http/portal.ts';
import type { ServerModule } from '../module.ts';
import type { Settings } from '../settings/settings.ts';
import { makeApp } from './make-app.ts';

export interface Service {
  app: App;
  /** `http://127.0.0.1:8080` */
  address: string;
  stop(): Promise<void>;
}

/** Starts the HTTP service on a database that is prepared already. Throws `port_taken`. */
export async function serve(
  settings: Settings,
  urls: DatabaseAddresses,
  modules: readonly ServerModule[],
  authenticate: (app: App) => Authenticator,
): Promise<Service> {
  const { app, close } = makeApp(settings, urls, { name: 'service' });
  const fastify = await createServer(app, {
    modules,
    authenticate: authenticate(app),
    mounts: [mountConsole, mountPortal, mountAnswerPages],
  });
  try {
    await fastify.listen({ host: settings.host, port: settings.port });
  } catch (error) {
    await fastify.close();
    await close();
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
      throw failed(
        'port_taken',
        `Port ${settings.port} is taken by another program: set PORT to a free one.`,
      );
    throw error;
  }
  const { port } = fastify.server.address() as AddressInfo;
  const host = settings.host === '0.0.0.0' || settings.host === '::' ? '127.0.0.1' : settings.host;
  return {
    app,
    address: `http://${host}:${port}`,
    async stop() {
      await fastify.close();
      await close();
    },
  };
}
