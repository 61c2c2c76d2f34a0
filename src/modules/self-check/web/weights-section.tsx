import { useState } from 'react';
import { Disclosure, Form, Section, Table, TextArea, TextField } from '../../../web/ui/index.ts';
import { rankDepartments, RISK_FACTORS, type RiskFactorId, type RiskWeights } from '../rules/risk-value.ts';
import { type RankingReply, selfCheck } from './client.ts';
import { messages } from './messages.ja.ts';
import { WeightsHistory } from './weights-history.tsx';

const text = messages.ranking;

/** The weights and, while they are typed, what they would do to the ranking. */
export function WeightsSection({
  ranking,
  engagementId,
  onDone,
}: {
  ranking: RankingReply;
  engagementId: string;
  onDone: () => void;
}) {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(RISK_FACTORS.map(({ id }) => [id, String(ranking.weights.weights[id])])),
  );
  const weights = weightsOf(typed, ranking.weights.weights);
  return (
    <Section title={text.weights}>
      <p>{text.weightsVersion(ranking.weights.number)}</p>
      <Disclosure summary={text.weights}>
        <p>{text.weightsLead}</p>
        <Form
          submitLabel={text.save}
          done={text.saved}
          submit={(form) =>
            selfCheck.changeWeights(
              { engagementId, number: ranking.weights.number, weights, reason: form.text('reason') },
              form.options,
            )
          }
          onDone={onDone}
        >
          <div className="grid grid-cols-[repeat(auto-fill,minmax(14rem,1fr))] gap-4">
            {RISK_FACTORS.map(({ id, label }) => (
              <TextField
                key={id}
                name={`weights.${id}`}
                label={label}
                inputMode="numeric"
                width="short"
                value={typed[id] ?? ''}
                onChange={(event) => setTyped({ ...typed, [id]: event.target.value })}
              />
            ))}
          </div>
          <Effect ranking={ranking} weights={weights} />
          <TextArea name="reason" label={text.reason} required maxLength={1000} rows={2} />
        </Form>
      </Disclosure>
      <WeightsHistory engagementId={engagementId} number={ranking.weights.number} />
    </Section>
  );
}

/** What is no number between 0 and 100 yet leaves the weight as it was. */
function weightsOf(typed: Readonly<Record<string, string>>, before: RiskWeights): RiskWeights {
  const entries = RISK_FACTORS.map(({ id }): [RiskFactorId, number] => {
    const plain = (typed[id] ?? '').normalize('NFKC').trim();
    const value = Number(plain);
    return [id, plain !== '' && value >= 0 && value <= 100 ? value : before[id]];
  });
  return Object.fromEntries(entries) as RiskWeights;
}

function Effect({ ranking, weights }: { ranking: RankingReply; weights: RiskWeights }) {
  const after = rankDepartments(ranking.departments, weights).map((department) => ({
    department,
    before: ranking.departments.find(({ departmentId }) => departmentId === department.departmentId) ?? department,
  }));
  const changed = after.filter(({ department, before }) => department.rank !== before.rank);
  return (
    <div role="status">
      <Table
        caption={text.effect}
        rows={changed}
        rowKey={({ department }) => department.departmentId}
        empty={<p>{text.effectNone}</p>}
        columns={[
          {
            key: 'department',
            header: text.effectColumns.department,
            rowHeader: true,
            cell: ({ department }) => department.departmentName,
          },
          {
            key: 'before',
            header: text.effectColumns.before,
            cell: ({ before }) => text.standing(before.rank, before.value),
          },
          {
            key: 'after',
            header: text.effectColumns.after,
            cell: ({ department }) => text.standing(department.rank, department.value),
          },
        ]}
      />
    </div>
  );
}
