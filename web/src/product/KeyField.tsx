import { useMutation } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { client, done } from '../api/client';
import type { Mandate } from '../api/model';
import { problemIn } from '../api/refused';
import { useMay } from '../session/store';
import { ReasonedButton } from '../ui/ReasonedButton';
import { Refusal } from '../ui/Refusal';

type Props = { readonly subscriptions: readonly Mandate[]; readonly onIssued: (key: string) => void };

/** The API key of the call: pasted, or issued here on one's own subscription and filled in; it is shown only once. */
export function KeyField({ subscriptions, onIssued }: Props) {
  const { t } = useTranslation();
  const mayIssue = useMay('ISSUE_API_KEY');
  const [subscription] = subscriptions.filter((candidate) => candidate.state === 'IN_FORCE');
  const issue = useMutation({
    mutationFn: (on: Mandate) =>
      done(client.POST('/api/v1/api-keys', { body: { subscription: on.id, lastDay: on.term.lastDay } })),
    onSuccess: (issued) => onIssued(issued.key),
  });
  return (
    <div className="key-field">
      <Form.Item
        name="key"
        label={t('try.key')}
        rules={[{ required: true, whitespace: true, message: t('field.required', { what: t('try.key') }) }]}
      >
        <Input className="mono" placeholder={t('try.keyHint')} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <ReasonedButton
        busy={issue.isPending}
        reason={whyNot()}
        onClick={() => subscription && issue.mutate(subscription)}
      >
        {t('try.issueKey')}
      </ReasonedButton>
      {issue.data ? <p className="small quiet">{t('try.issued', { until: issue.data.lastDay })}</p> : null}
      {issue.error ? <Refusal problem={problemIn(issue.error)} what={t('try.notIssued')} /> : null}
    </div>
  );

  function whyNot(): string | null {
    if (!mayIssue) {
      return t('try.mayNotIssue');
    }
    return subscription ? null : t('try.noSubscription');
  }
}
