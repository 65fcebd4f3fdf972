// SPDX-License-Identifier: Apache-2.0
import type { RuleView } from '@yiwang/contracts';
import { Table } from 'antd';
import { useText } from '../../app/use-text.ts';

const ENOUGH_VERDICTS = 200;
const percent = (x: number) => `${Math.round(x * 100)} %`;

/** What verdicts have taught of a rule: every weight of its model, and what the model changed. */
export function Learning({ learning }: { learning: RuleView['learning'] }) {
  const { t } = useText();
  const model = learning?.model ?? null;
  return (
    <section className="section">
      <h2>{t('rules.learning')}</h2>
      {learning === null ? <p className="soft">{t('rules.learningNone')}</p> : null}
      {learning !== null && model?.applied !== true ? (
        <p>{t('rules.weight', { weight: learning.weight.toFixed(2) })}</p>
      ) : null}
      {learning !== null && model === null ? (
        <p className="soft">{t('rules.modelNone', { n: ENOUGH_VERDICTS })}</p>
      ) : null}
      {model === null ? null : (
        <>
          <p>
            {model.applied
              ? t('rules.modelApplied', { verdicts: model.verdicts, right: model.right })
              : t('rules.modelIdle', { verdicts: model.verdicts, right: model.right })}
          </p>
          <p>
            {t('rules.modelSaid', {
              rightBefore: percent(model.said.rightBefore),
              rightAfter: percent(model.said.rightAfter),
              wrongBefore: percent(model.said.wrongBefore),
              wrongAfter: percent(model.said.wrongAfter),
            })}
          </p>
          <p className="soft">
            {t('rules.modelLoss', { loss: model.loss.toFixed(3), baseLoss: model.baseLoss.toFixed(3) })}
          </p>
          <Table
            size="small"
            rowKey="name"
            pagination={false}
            dataSource={model.weights}
            columns={[
              { title: t('rules.feature'), dataIndex: 'name' },
              {
                title: t('rules.featureWeight'),
                dataIndex: 'weight',
                align: 'right',
                render: (weight: number) => `${weight > 0 ? '+' : ''}${weight.toFixed(2)}`,
              },
              { title: t('rules.featureSeen'), dataIndex: 'seen', align: 'right' },
            ]}
          />
        </>
      )}
      {learning === null ? null : (
        <p className="soft">
          {t('rules.trainedAt')} {learning.trainedAt.slice(0, 16).replace('T', ' ')} UTC
        </p>
      )}
    </section>
  );
}
