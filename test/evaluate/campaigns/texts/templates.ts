/** Templates of which names, places and numbers are filled in anew for each post: about a third of the words. */
import type { Grammar } from '../../../scenarios/grammar';
import { english } from '../../tongues/english';

export const SLOTTED: Grammar = {
  ...english.grammar,
  slots: {
    ...english.grammar.slots,
    name: `Daniel Hargrove
Sofia Albright
Peter Nwosu
Ellen Vasquez
Tariq Mansoor
June Holloway
Viktor Lindgren
Amara Obi
Colin Strand
Rita Kessler
Hugo Marchetti
Bev Tanner`.split('\n'),
    town: `Ashby
Colwick
Marlpool
Denholme
Tarbert
Wexcombe
Hollingdale
Portreath
Stavely
Brackmoor
Lynwood
Carrick`.split('\n'),
    firm: `Northline Group
Astra Mobility
Velora Energy
Quayside Capital
Brightwell Homes
Orion Freight
Meridian Rail
Kestrel Foods`.split('\n'),
    day: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  },
};

export const TEMPLATES: readonly string[] = `
{name} from {town} saved {n} pounds a month after switching to {firm}, and so can you before {day}
Breaking news from {town}: {firm} confirms {n} new jobs as {name} opens the second site on {day}
Doctors in {town} were surprised when {name} walked {n} miles after only {n} days of treatment
Exclusive: the secret meeting between {name} and {firm} in {town} lasted {n} minutes on {day}
{n} families in {town} received free boilers from {firm}, watch {name} thank the whole team
How {name} built a house near {town} in {n} weeks with a little help from {firm}
The council of {town} votes on {day} and {name} explains why {n} residents support {firm}
{firm} shares rise {n} percent after {name} presents the annual figures in {town}
School number {n} in {town} gets a new roof thanks to {firm}, headteacher {name} is delighted
Police in {town} praise {name}, who returned a wallet with {n} pounds on {day} morning
{name} tells the truth about {firm}: {n} things nobody in {town} dares to say aloud
Record crowds expected in {town} on {day} when {name} meets {n} fans in the park of {firm}
Farmers around {town} report {n} percent better harvests with the seeds of {firm}, says {name}
Thousands sign the open letter of {name} asking {firm} to stay in {town} for {n} more years
This is how {town} looked {n} years ago, before {firm} and engineer {name} changed everything
Only {n} flats are left in the tower of {firm} in {town}, call {name} until {day}
Grandmother {name} from {town} celebrates her birthday with {n} guests and a gift from {firm}
Winter is coming to {town} and {firm} has prepared {n} trucks, assures director {name} on {day}
`
  .trim()
  .split('\n');
