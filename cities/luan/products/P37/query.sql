-- One row per insured person: the first insured month and the months received.
-- A month due and not received stands as 0 in the list, which is no month: serving lists hold no NULL.
SELECT d.insured_id AS subject_id,
       MIN(i.first_month) AS first_month,
       ARRAY_AGG(DISTINCT CASE WHEN d.paid_flag = 1 THEN d.contribution_month ELSE 0 END) AS paid_months
FROM C07_02 d
JOIN C07_01 i ON d.insured_id = i.insured_id
GROUP BY d.insured_id
