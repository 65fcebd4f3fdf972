// SPDX-License-Identifier: Apache-2.0
import {
  AGENCY_KINDS,
  type AgencyInTree,
  changeAgency,
  createAgency,
  LEVELS,
  type Level,
  listAgencies,
  listAgencyTree,
} from '@yiwang/contracts';
import { App, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { useAct } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { Field } from '../../parts/field.tsx';
import { fieldReasons, ProblemView } from '../../parts/problem-view.tsx';

interface AgencyDialogProps {
  /** The office that changes; null: one is added. */
  agency: AgencyInTree | null;
  offices: readonly AgencyInTree[];
  onClose(): void;
}

/** Adds an office on its division code, or renames, closes and reopens one. */
export function AgencyDialog({ agency, offices, onClose }: AgencyDialogProps) {
  const { t, word } = useText();
  const { message } = App.useApp();
  const [name, setName] = useState(agency?.name ?? '');
  const [kind, setKind] = useState<(typeof AGENCY_KINDS)[number]>('authority');
  const [parentId, setParentId] = useState('');
  const [level, setLevel] = useState<Level>('county');
  const [division, setDivision] = useState('');
  const [closed, setClosed] = useState(agency?.closedAt != null);
  const done = () => {
    void message.success(t('people.saved'));
    onClose();
  };
  const options = { renews: [listAgencyTree, listAgencies], onDone: done };
  const create = useAct(createAgency, options);
  const change = useAct(changeAgency, options);
  const error = create.error ?? change.error;
  const reasons = fieldReasons(error);
  const ready =
    name.trim().length > 1 && (agency !== null || (parentId !== '' && /^\d{6,12}$/.test(division)));
  return (
    <Modal
      open
      title={agency ? t('people.changeTitle', { name: agency.name }) : t('people.agencyAdd')}
      okText={t('app.save')}
      cancelText={t('app.cancel')}
      okButtonProps={{ disabled: !ready }}
      confirmLoading={create.isPending || change.isPending}
      onCancel={onClose}
      onOk={() =>
        agency
          ? change.mutate({ params: { id: agency.id }, body: { name: name.trim(), closed } })
          : create.mutate({ body: { name: name.trim(), kind, parentId, level, division } })
      }
    >
      <ProblemView error={error} />
      <Field label={t('people.agency')} required error={reasons['name']}>
        {(attributes) => (
          <Input
            {...attributes}
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      {agency ? (
        <>
          <Checkbox checked={closed} onChange={(event) => setClosed(event.target.checked)}>
            {t('people.agencyClosed')}
          </Checkbox>
          <p className="help">{t('people.agencyClosedHelp')}</p>
        </>
      ) : (
        <>
          <Field label={t('people.kind')} required>
            {({ status: _, ...attributes }) => (
              <select
                {...attributes}
                value={kind}
                onChange={(event) => setKind(event.target.value as (typeof AGENCY_KINDS)[number])}
              >
                {AGENCY_KINDS.map((value) => (
                  <option key={value} value={value}>
                    {word('agencyKind', value)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field
            label={t(kind === 'department' ? 'people.beside' : 'people.parent')}
            required
            error={reasons['parentId']}
          >
            {({ status: _, ...attributes }) => (
              <select {...attributes} value={parentId} onChange={(event) => setParentId(event.target.value)}>
                <option value="">{t('leads.chooseOne')}</option>
                {offices
                  .filter((one) => one.kind === 'authority' && one.closedAt === null)
                  .map((one) => (
                    <option key={one.id} value={one.id}>
                      {one.name} · {word('level', one.level)}
                    </option>
                  ))}
              </select>
            )}
          </Field>
          {kind === 'authority' ? (
            <Field label={t('people.level')} required error={reasons['level']}>
              {({ status: _, ...attributes }) => (
                <select
                  {...attributes}
                  value={level}
                  onChange={(event) => setLevel(event.target.value as Level)}
                >
                  {LEVELS.filter((value) => value !== 'nation').map((value) => (
                    <option key={value} value={value}>
                      {word('level', value)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          ) : null}
          <Field
            label={t('people.division')}
            help={t('people.divisionHelp')}
            required
            error={reasons['division']}
          >
            {(attributes) => (
              <Input
                {...attributes}
                inputMode="numeric"
                maxLength={12}
                value={division}
                onChange={(event) => setDivision(event.target.value.trim())}
              />
            )}
          </Field>
        </>
      )}
    </Modal>
  );
}
