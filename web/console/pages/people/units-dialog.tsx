// SPDX-License-Identifier: Apache-2.0
import {
  type AgencyInTree,
  changeUnit,
  createUnit,
  listAgencyTree,
  listUnits,
  UNIT_DUTIES,
  type Unit,
} from '@yiwang/contracts';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useAct, useCall } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { Choice } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { Mark } from '../../parts/marks.tsx';
import { ProblemView } from '../../parts/problem-view.tsx';

/** Internal units of an office: added, closed, opened again. */
export function UnitsDialog({ agency, onClose }: { agency: AgencyInTree; onClose(): void }) {
  const { t, word } = useText();
  const params = { id: agency.id };
  const read = useCall(listUnits, { params });
  const [name, setName] = useState('');
  const [duty, setDuty] = useState<Unit['duty']>('enforcement');
  const renews = [listUnits, listAgencyTree];
  const create = useAct(createUnit, { renews, onDone: () => setName('') });
  const change = useAct(changeUnit, { renews });
  return (
    <Modal open title={t('people.unitsTitle', { name: agency.name })} footer={null} onCancel={onClose}>
      <ProblemView error={read.error ?? create.error ?? change.error} />
      <ul className="task-list">
        {(read.data?.items ?? []).map((unit) => (
          <li key={unit.id} className="hit-line">
            <strong>{unit.name}</strong>
            <span className="soft">{word('unitDuty', unit.duty)}</span>
            {unit.closedAt ? <Mark tone="due">{t('people.agencyIsClosed')}</Mark> : null}
            <Button
              size="small"
              onClick={() =>
                change.mutate({
                  params: { id: unit.id },
                  body: { name: unit.name, duty: unit.duty, closed: unit.closedAt === null },
                })
              }
            >
              {t(unit.closedAt ? 'people.unitOpen' : 'people.unitClose')}
            </Button>
          </li>
        ))}
      </ul>
      {read.data?.items.length === 0 ? <p className="soft">{t('people.unitsNone')}</p> : null}
      <form
        className="unit-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) create.mutate({ params, body: { name: name.trim(), duty } });
        }}
      >
        <Field label={t('people.unitName')}>
          {(attributes) => (
            <Input
              {...attributes}
              maxLength={60}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Choice
          label={t('people.unitDuty')}
          value={duty}
          onChange={(value) => setDuty(value as Unit['duty'])}
          options={UNIT_DUTIES.map((value) => ({ value, title: word('unitDuty', value) }))}
        />
        <Button htmlType="submit" type="primary" disabled={!name.trim()} loading={create.isPending}>
          {t('people.unitAdd')}
        </Button>
      </form>
    </Modal>
  );
}
