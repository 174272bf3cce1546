import { useTranslation } from 'react-i18next';
import type { ProductDetail, UseAnswer } from '../api/model';
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
  const { text } = useWords();
  const { data } = answer;
  const outputs = product.active?.outputs ?? [];
  const nameOf = (code: string) => {
    const output = outputs.find((field) => field.code === code);
    return output ? text(output) : code;
  };
  const wordOf = (value: string) => {
    const choice = outputs.flatMap((field) => field.choices ?? []).find((known) => known.code === value);
    return choice ? text(choice) : value;
  };
  const save = () =>
    saveText(`${product.code}-answer.json`, JSON.stringify(data, null, 2), 'application/json');
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
          {Object.entries(data).map(([code, value]) => (
            <div key={code}>
              <dt>{nameOf(code)}</dt>
              <dd>
                <ValueView
                  value={value}
                  nameOf={nameOf}
                  wordOf={wordOf}
                  file={code === 'csv' ? `${product.code}.csv` : `${product.code}-${code}.csv`}
                />
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <ValueView value={data} nameOf={nameOf} wordOf={wordOf} file={`${product.code}.csv`} />
      )}
    </section>
  );
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
