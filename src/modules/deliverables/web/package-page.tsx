import { useState } from 'react';
import { useEngagementId } from '../../../web/session.ts';
import {
  Button,
  type Column,
  DataList,
  EmptyState,
  LinkButton,
  Loaded,
  Page,
  Section,
  Table,
  TextLink,
  useCommand,
  useLoad,
} from '../../../web/ui/index.ts';
import { deliverableHref, deliverables, type Owed, type Package, titleOf, type Version } from './client.ts';
import { messages } from './messages.ja.ts';
import { StageBadge } from './stage-badge.tsx';

const text = messages.package;

interface Included {
  readonly owed: Owed;
  readonly version: Version;
}

/** Puts everything that was submitted into one file, with a list and hashes. */
export function Component() {
  const engagementId = useEngagementId();
  const [made, setMade] = useState<Package>();
  const register = useLoad(() => deliverables.listDeliverables({ engagementId }), [engagementId]);
  const make = useCommand((options) => deliverables.makePackage({ engagementId }, options), {
    done: text.made,
    onDone: setMade,
  });
  return (
    <Page title={text.title} lead={text.lead}>
      <Loaded from={register}>
        {({ deliverables: all }) => {
          const included = all.flatMap(includedOf);
          const missing = all.filter((owed) => !owed.own && includedOf(owed).length === 0);
          return (
            <>
              <Section title={text.contents}>
                <p>{text.contentsLead}</p>
                <Table
                  caption={text.contents}
                  hideCaption
                  rows={included}
                  rowKey={({ version }) => version.id}
                  columns={columnsFor(engagementId)}
                  empty={
                    <EmptyState title={text.empty}>
                      <p>{text.emptyHelp}</p>
                    </EmptyState>
                  }
                />
              </Section>
              {included.length > 0 && (
                <div className="flex flex-wrap gap-3">
                  <Button variant="solid" busy={make.busy} onClick={() => void make.run()}>
                    {text.make}
                  </Button>
                  <LinkButton icon="download" href={deliverables.href('downloadPackage', { engagementId })}>
                    {text.download}
                  </LinkButton>
                </div>
              )}
              {made !== undefined && <MadePackage made={made} />}
              <Section title={text.missing}>
                {missing.length === 0 ? (
                  <p>{text.missingNone}</p>
                ) : (
                  <ul className="list-disc ps-6">
                    {missing.map((owed) => (
                      <li key={`${owed.type} ${owed.subject ?? ''}`}>
                        <TextLink href={deliverableHref(engagementId, owed)}>{titleOf(owed)}</TextLink>
                      </li>
                    ))}
                  </ul>
                )}
              </Section>
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

/** The newest version that the city has received. */
function includedOf(owed: Owed): Included[] {
  const version = owed.versions.findLast(({ state }) => state === 'submitted' || state === 'accepted');
  return version === undefined ? [] : [{ owed, version }];
}

function MadePackage({ made }: { made: Package }) {
  return (
    <Section title={text.result}>
      <DataList
        items={[
          { term: text.entries, value: text.entriesText(made.entries) },
          { term: text.hash, value: <code className="break-all">{made.sha256}</code> },
        ]}
      />
      <p>{text.hashHelp}</p>
    </Section>
  );
}

function columnsFor(engagementId: string): readonly Column<Included>[] {
  return [
    {
      key: 'name',
      header: text.columns.name,
      rowHeader: true,
      cell: ({ owed }) => <TextLink href={deliverableHref(engagementId, owed)}>{titleOf(owed)}</TextLink>,
    },
    {
      key: 'version',
      header: text.columns.version,
      nowrap: true,
      cell: ({ version }) => messages.register.version(version.version),
    },
    {
      key: 'state',
      header: text.columns.state,
      nowrap: true,
      cell: ({ version }) => <StageBadge stage={version.state} />,
    },
    {
      key: 'files',
      header: text.columns.files,
      align: 'end',
      nowrap: true,
      cell: ({ version }) => version.files.length,
    },
  ];
}
