// SPDX-License-Identifier: Apache-2.0
import type { FindingView } from '@yiwang/contracts';
import { useText } from '../app/use-text.ts';
import { Highlight } from './highlight.tsx';

const ORDER = ['title', 'description', 'ocrText', 'shop', 'category', 'price', 'originalPrice'];
const rank = (field: string) => (ORDER.indexOf(field) + ORDER.length + 1) % (ORDER.length + 1);

interface TextsViewProps {
  texts: Readonly<Record<string, string>>;
  findings: readonly FindingView[];
}

/** Every text of the listing with its findings marked at their own offsets. */
export function TextsView({ texts, findings }: TextsViewProps) {
  const { word } = useText();
  const fields = Object.keys(texts).sort((a, b) => rank(a) - rank(b));
  return (
    <dl className="texts">
      {fields.map((field) => (
        <div key={field}>
          <dt>{word('textField', field.replace(/^attributes\./, ''))}</dt>
          <dd>
            <Highlight
              text={texts[field] ?? ''}
              spans={findings.filter((finding) => finding.field === field)}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}
