// SPDX-License-Identifier: Apache-2.0
import {
  changePerson,
  createPerson,
  listAgencies,
  listPeople,
  listUnits,
  type Person,
  ROLES,
  type Role,
} from '@yiwang/contracts';
import { App, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { useAct, useCall } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { Field } from '../../parts/field.tsx';
import { fieldReasons, ProblemView } from '../../parts/problem-view.tsx';

/** Adds a person, or changes name, office and roles of one. */
export function PersonDialog({ person, onClose }: { person: Person | null; onClose(): void }) {
  const { t, word } = useText();
  const { message } = App.useApp();
  const agencies = useCall(listAgencies, {});
  const [username, setUsername] = useState('');
  const [name, setName] = useState(person?.name ?? '');
  const [agencyId, setAgencyId] = useState(person?.agency.id ?? '');
  const [roles, setRoles] = useState<readonly Role[]>(person?.roles ?? []);
  const [unitId, setUnitId] = useState(person?.unit?.id ?? '');
  const units = useCall(listUnits, { params: { id: agencyId } }, { enabled: agencyId !== '' });
  const [password, setPassword] = useState('');
  const done = () => {
    void message.success(t('people.saved'));
    onClose();
  };
  const create = useAct(createPerson, { renews: [listPeople], onDone: done });
  const change = useAct(changePerson, { renews: [listPeople], onDone: done });
  const error = create.error ?? change.error;
  const reasons = fieldReasons(error);
  const body = { name: name.trim(), agencyId, roles: [...roles], unitId: unitId || null };
  const ready =
    body.name !== '' &&
    agencyId !== '' &&
    roles.length > 0 &&
    (person !== null || (username.trim().length > 1 && password.length > 9));
  return (
    <Modal
      open
      title={person ? t('people.changeTitle', { name: person.name }) : t('people.add')}
      okText={t('app.save')}
      cancelText={t('app.cancel')}
      okButtonProps={{ disabled: !ready }}
      confirmLoading={create.isPending || change.isPending}
      onCancel={onClose}
      onOk={() =>
        person
          ? change.mutate({ params: { id: person.id }, body })
          : create.mutate({ body: { ...body, username: username.trim(), password } })
      }
    >
      <ProblemView error={error} />
      {person ? null : (
        <Field label={t('people.username')} required error={reasons['username']}>
          {(attributes) => (
            <Input
              {...attributes}
              autoComplete="off"
              autoCapitalize="none"
              maxLength={100}
              value={username}
              onChange={(event) => setUsername(event.target.value)}
            />
          )}
        </Field>
      )}
      <Field label={t('people.name')} required error={reasons['name']}>
        {(attributes) => (
          <Input
            {...attributes}
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('people.agency')} required error={reasons['agencyId']}>
        {({ status: _, ...attributes }) => (
          <select
            {...attributes}
            value={agencyId}
            onChange={(event) => {
              setAgencyId(event.target.value);
              setUnitId('');
            }}
          >
            <option value="">{t('leads.chooseOne')}</option>
            {(agencies.data?.items ?? []).map((agency) => (
              <option key={agency.id} value={agency.id}>
                {agency.name} · {word('level', agency.level)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {(units.data?.items.length ?? 0) > 0 ? (
        <Field label={`${t('people.unit')} (${t('app.optional')})`} error={reasons['unitId']}>
          {({ status: _, ...attributes }) => (
            <select {...attributes} value={unitId} onChange={(event) => setUnitId(event.target.value)}>
              <option value="">{t('app.none')}</option>
              {(units.data?.items ?? [])
                .filter((unit) => unit.closedAt === null)
                .map((unit) => (
                  <option key={unit.id} value={unit.id}>
                    {unit.name}
                  </option>
                ))}
            </select>
          )}
        </Field>
      ) : null}
      <fieldset className="field">
        <legend className="label">{t('people.roles')}</legend>
        <Checkbox.Group
          value={[...roles]}
          onChange={(next) => setRoles(next as Role[])}
          options={ROLES.map((value) => ({ value, label: word('role', value) }))}
        />
        <p className="help">{t('people.rolesHelp')}</p>
      </fieldset>
      {person ? null : (
        <Field
          label={t('people.password')}
          help={t('people.passwordHelp')}
          required
          error={reasons['password']}
        >
          {(attributes) => (
            <Input
              {...attributes}
              type="password"
              autoComplete="new-password"
              maxLength={200}
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
      )}
    </Modal>
  );
}
