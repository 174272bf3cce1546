import { useTranslation } from 'react-i18next';
import type { Field, ProductDetail, UseAnswer } from '../api/model';
import { useWords } from '../locales/format';
import { saveText } from '../ui/save';
import { ValueView } from './ValueView';

/** The answer of a call: each field under its own name, files as files, with the date the data stands at. */
export function AnswerView({
  product,
  answer,
}: {
  readonly product: ProductDetail;
  readonly answer: UseAnswer;
}) {
  const { t } = useTranslation();
  const { label } = useWords();
  const { data } = answer;
  const outputs = product.active?.outputs ?? [];
  const platform: Record<string, string> = t('try.field', { returnObjects: true });
  const nameOf = (code: string) => {
    const output = outputs.find((field) => field.code === code);
    if (output) return label(output);
    return platform[code] ?? code;
  };
  /** The same code may mean one thing in one field and another in the next: a field's own choices come first. */
  const wordIn = (code: string) => (value: string) => {
    const own = outputs.filter((field) => field.code === code);
    const choice = [...own, ...outputs]
      .flatMap((field) => field.choices)
      .find((known) => known.code === value);
    return choice ? label(choice) : value;
  };
  /** What `verify --data` takes: the receipt commits to the data and to the date they stand at. */
  const save = () =>
    saveText(
      `${product.code}-answer.json`,
      JSON.stringify({ asOf: answer.asOf, data }, null, 2),
      'application/json',
    );
  return (
    <section className="answer">
      <h3>
        {t('try.answer')} <span className="quiet small">{t('try.asOf', { at: answer.asOf })}</span>
        <button type="button" className="link small" onClick={save}>
          {t('try.saveAnswer')}
        </button>
      </h3>
      {isRecord(data) ? (
        <dl className="answer-fields">
          {inOrder(data, outputs).map(([code, value]) => (
            <div key={code}>
              <dt>{nameOf(code)}</dt>
              <dd>
                <ValueView
                  value={value}
                  nameOf={nameOf}
                  wordOf={wordIn(code)}
                  file={code === 'csv' ? `${product.code}.csv` : `${product.code}-${code}.csv`}
                />
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <ValueView value={data} nameOf={nameOf} wordOf={wordIn('')} file={`${product.code}.csv`} />
      )}
    </section>
  );
}

/** As the product lists its outputs, whatever order the answer's members came in; others after them. */
function inOrder(data: Record<string, unknown>, outputs: readonly Field[]): [string, unknown][] {
  const place = (code: string) => {
    const at = outputs.findIndex((field) => field.code === code);
    return at < 0 ? outputs.length : at;
  };
  return Object.entries(data).sort(([left], [right]) => place(left) - place(right));
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
