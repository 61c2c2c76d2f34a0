import { useEngagementId } from '../../../web/session.ts';
import {
  DataList,
  DateField,
  DayText,
  Disclosure,
  Form,
  RadioGroup,
  Section,
  TextArea,
  TextField,
} from '../../../web/ui/index.ts';
import { deliverables, type PackageView } from './client.ts';
import { packageMessages as text } from './package-messages.ja.ts';

const RESULTS = ['clean', 'found'] as const;

/** The check for viruses of exactly the files that stand above, and the form for a person who checked them. */
export function VirusRecord({
  data,
  task,
  mayRecord,
  onDone,
}: {
  data: PackageView;
  task: string | null;
  mayRecord: boolean;
  onDone: () => void;
}) {
  const engagementId = useEngagementId();
  const { virus, scanner } = data;
  return (
    <Section title={text.virus}>
      <p>{scanner ? text.virusScanner : text.virusNoScanner}</p>
      {virus === null ? (
        <p>{text.virusNone}</p>
      ) : (
        <DataList
          items={[
            { term: text.virusTerms.software, value: virus.software },
            { term: text.virusTerms.signatures, value: virus.signatures },
            { term: text.virusTerms.on, value: <DayText day={virus.checkedOn} /> },
            { term: text.virusTerms.result, value: virus.clean ? text.clean : text.found },
          ]}
        />
      )}
      {mayRecord && (
        <Disclosure summary={text.virusOpen}>
          <Form
            draft={`virus:${engagementId}:${task ?? ''}`}
            reset
            submitLabel={text.virusSubmit}
            done={text.virusDone}
            submit={(form) =>
              deliverables.recordVirusCheck(
                {
                  engagementId,
                  task,
                  software: form.text('software'),
                  signatures: form.text('signatures'),
                  checkedOn: form.day('checkedOn'),
                  clean: form.one('clean', RESULTS) === 'clean',
                  comment: form.text('comment'),
                },
                form.options,
              )
            }
            onDone={onDone}
          >
            <TextField name="software" label={text.software} required maxLength={200} />
            <TextField name="signatures" label={text.signatures} required maxLength={200} />
            <DateField name="checkedOn" label={text.checkedOn} required />
            <RadioGroup
              name="clean"
              label={text.result}
              required
              inline
              options={[
                { value: 'clean', label: text.clean },
                { value: 'found', label: text.found },
              ]}
            />
            <TextArea name="comment" label={text.virusComment} maxLength={2000} rows={2} />
          </Form>
        </Disclosure>
      )}
    </Section>
  );
}
