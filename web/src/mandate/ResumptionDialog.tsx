import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Modal } from 'antd';
import { Trans, useTranslation } from 'react-i18next';
import { client, done } from '../api/client';
import type { Mandate } from '../api/model';
import { problemIn } from '../api/refused';
import { ReasonedButton } from '../ui/ReasonedButton';
import { Refusal } from '../ui/Refusal';
import { Zh } from '../ui/Zh';
import { DocumentFields, type GroundValues } from './DocumentFields';
import './dialog.css';

type Props = { readonly mandate: Mandate; readonly onClose: () => void };

/** Resumption of a suspended link, with reason and paper. */
export default function ResumptionDialog({ mandate, onClose }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const resumption = useMutation({
    mutationFn: ({ reason, ...document }: GroundValues) =>
      done(
        client.POST('/api/v1/mandates/{id}/resumption', {
          params: { path: { id: mandate.id } },
          body: { reason, document },
        }),
      ),
    onSuccess: async () => {
      onClose();
      await cache.invalidateQueries();
    },
  });
  return (
    <Modal
      open
      title={
        <Trans
          t={t}
          i18nKey="mandate.resumeTitle"
          values={{ title: mandate.title }}
          components={{ zh: <Zh>{null}</Zh> }}
        />
      }
      onCancel={onClose}
      footer={null}
      style={{ top: 24 }}
      width={640}
    >
      <p className="dialog-lede">{t('mandate.resumeSentence')}</p>
      {resumption.error ? (
        <Refusal problem={problemIn(resumption.error)} what={t('mandate.notResumed')} />
      ) : null}
      <Form<GroundValues>
        layout="vertical"
        requiredMark={false}
        onFinish={(values) => resumption.mutate(values)}
      >
        <DocumentFields />
        <p className="dialog-acts">
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <ReasonedButton primary submit busy={resumption.isPending}>
            {t('mandate.resume')}
          </ReasonedButton>
        </p>
      </Form>
    </Modal>
  );
}
