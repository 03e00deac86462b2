import { fieldsOf } from '../catalogue/catalogue.ts';
import type { Issue } from '../errors.ts';
import { submissionIssues } from '../listings/kindRules.ts';
import { type FormValues, formView } from '../web/formView.ts';
import { localPath } from '../web/localPath.ts';
import { fieldView } from './fieldView.ts';
import { fieldsOfFormStep, formStepOf, formStepsOf } from './formSteps.ts';
import type { StandingReader } from './listingStanding.ts';
import { fieldLabel, publicOverview } from './overview.ts';
import { type OwnListing, openPatents } from './ownListingService.ts';
import { qualityChecks } from './qualityChecks.ts';
import { stepList, stepPath } from './stepList.ts';
import { writtenContent } from './writtenContent.ts';

interface Given {
  typed: Readonly<Record<string, unknown>> | null;
  issues: readonly Issue[];
  kept: FormValues | null;
}

/** Everything before the submission: the overview, what is still missing, how good it is, the promises. */
export function statementPage(opened: OwnListing, { typed, issues, kept }: Given, reader: StandingReader) {
  const { listing, owner, content, patents, parties } = opened;
  const { language, translate, today } = reader;
  const { kind } = listing;
  const promises = fieldsOfFormStep(kind, 'statement');
  const form = formView(
    typed ?? (listing.draft ? writtenContent(promises, content) : {}),
    promised(issues, promises),
    translate,
    kept,
  );
  const version = listing.draft ?? listing.live;
  const checks = qualityChecks({ kind, content, owner });
  const open = [
    ...submissionIssues({ kind, content, patents, today }).filter(
      ({ field }) => !promises.some(({ name }) => name === field),
    ),
  ];
  const steps = formStepsOf(kind);
  return {
    reference: listing._id,
    revision: listing.revision,
    action: localPath(language, stepPath(listing._id, 'statement')),
    number: steps.length,
    count: steps.length,
    steps: stepList(
      { kind, content, reference: listing._id, current: 'statement', open: { patents: openPatents(opened) } },
      reader,
    ),
    form,
    promises: promises.map((field) => fieldView(field, { content, form, rows: 0 }, reader)),
    missing: open.map((issue) => missingLine(opened, issue, reader)),
    quality: {
      met: checks.filter(({ isMet }) => isMet).length,
      count: checks.length,
      hints: checks
        .filter(({ isMet }) => !isMet)
        .map(({ code, field, words }) => ({
          label: fieldLabel(listing, field, language),
          text: translate(`listings:quality.${code}`, { words }),
          href: stepHref(opened, field, reader),
        })),
    },
    overview: version === null ? null : publicOverview({ listing, version, owner, patents }, reader),
    proposes: !parties.has('submitter'),
    isRejected: listing.review === 'rejected',
    isUnverified: owner.verification !== 'verified',
  };
}

const promised = (issues: readonly Issue[], promises: readonly { name: string }[]) =>
  issues.filter(({ field }) => promises.some(({ name }) => name === field));

function missingLine(opened: OwnListing, { field, message, values }: Issue, reader: StandingReader) {
  return {
    label: fieldLabel(opened.listing, field, reader.language),
    text: reader.translate(message, values),
    href: stepHref(opened, field, reader),
  };
}

function stepHref({ listing }: OwnListing, name: string, { language }: StandingReader): string {
  const field = fieldsOf(listing.kind).find((candidate) => candidate.name === name.split('.')[0]);
  const step = field ? formStepOf(field) : 'subject';
  return `${localPath(language, stepPath(listing._id, step))}#field-${name}`;
}
