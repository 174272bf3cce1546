-- One row per firm: the months due, one entry for each insured person, so that their number is the headcount;
-- the months in arrears (0, which is no month, stands for those paid); how many people there were and how many of them are uninsured now; the registered status.
SELECT d.employer_code AS subject_id,
       ARRAY_AGG(d.contribution_month) AS due_months,
       ARRAY_AGG(DISTINCT CASE WHEN d.paid_flag = 0 THEN d.contribution_month ELSE 0 END) AS arrears_months,
       COUNT(DISTINCT d.insured_id) AS people,
       COUNT(DISTINCT CASE WHEN i.insurance_state = 'PAUSED' THEN d.insured_id END) AS people_paused,
       MIN(f.firm_status) AS firm_status
FROM C07_02 d
JOIN C07_01 i ON d.insured_id = i.insured_id
JOIN C14_01 f ON d.employer_code = f.credit_code
WHERE d.employer_code IS NOT NULL
GROUP BY d.employer_code
