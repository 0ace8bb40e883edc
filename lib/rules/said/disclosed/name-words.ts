/** The words by which a name is told from what only looks like one: data, to be added to. */

export const titles = ["Mr", "Mrs", "Ms(?!\\s+Teams)", "Miss", "Mx", "Dr"] as const;

/** Names that are published, of trainings, inquiries, laws and charities: of nobody in a council's care. */
export const publishedNames = [
  "Oliver McGowan",
  "Victoria Climbi[eé]",
  "Stephen Lawrence",
  "Charlie Waller",
  "Charlie Taylor",
  "Daniel Pelka",
  "Peter Connelly",
  "Arthur Labinjo-Hughes",
  "Eileen Munro",
  "Mary Seacole",
  "Marie Curie",
  "Thomas Coram",
  "John Lewis",
  "Ann Craft",
  "Dr Foster",
  "Dr Barnardo",
  "(?:Sarah|Clare|Claire|Martha|Megan)['’]s Law",
  "Jack Frost",
  "Poppy (?:Day|Appeal)",
] as const;

/** First names that are places, too. */
export const placeNames = [
  "Ashley",
  "Bradley",
  "Chelsea",
  "Clare",
  "Florence",
  "Georgia",
  "Jordan",
  "Keith",
  "Kimberley",
  "Shirley",
  "Stanley",
  "Victoria",
] as const;

/** After a name, what makes it a place's or a team's. */
export const ofPlaces = [
  "areas?",
  "avenue",
  "cent(?:re|ral)",
  "children['’]s",
  "clusters?",
  "court",
  "district",
  "east",
  "estate",
  "gardens",
  "house",
  "hubs?",
  "lane",
  "locality",
  "localities",
  "north",
  "offices?",
  "park",
  "patch(?:es)?",
  "road",
  "south",
  "street",
  "teams?",
  "wards?",
  "west",
] as const;

/** Before "family", words that are no surname. */
export const noSurnames = [
  "Central",
  "Children",
  "Connected",
  "Early",
  "Each",
  "East",
  "Edge",
  "Every",
  "Foster",
  "Help",
  "Intensive",
  "Local",
  "National",
  "North",
  "One",
  "Social",
  "South",
  "Start",
  "Strengthening",
  "Supporting",
  "Targeted",
  "Think",
  "Troubled",
  "Two",
  "Virtual",
  "West",
  "Whole",
  "Year",
  "Young",
  ..."Afghan Albanian Asian Black British Chinese Christian English Eritrean European Iranian Iraqi Irish Kurdish".split(
    " ",
  ),
  ..."Muslim Polish Roma Romanian Scottish Somali Sudanese Syrian Traveller Ukrainian Vietnamese Welsh White".split(
    " ",
  ),
] as const;

/** Before "'s mother", words that are nobody's name. */
export const nobodys = [
  "Another",
  "Baby",
  "Boy",
  "Carer",
  "Child",
  "Children",
  "Council",
  "Dad",
  "England",
  "Everybody",
  "Everyone",
  "Family",
  "Father",
  "Girl",
  "Let",
  "Men",
  "Mother",
  "Mum",
  "Nobody",
  "Ofsted",
  "Parent",
  "People",
  "Person",
  "Sibling",
  "Somebody",
  "Someone",
  "There",
  "Today",
  "What",
  "Who",
  "Women",
] as const;

/** Two capitals or three that are nobody's initials. */
export const abbreviations = [
  ..."U.K. I.T. N.B. H.R. Q.A. P.I. D.O.B. N.I.".split(" "),
  ..."AFC CAF CCE CIC CIN CLA CP CSC CSE CYP DA DfE DV EET EH EHC EHE EPO FGC FGM FT GP HR HV ICO ICS IRO IT LA LAC".split(
    " ",
  ),
  ..."LCS LD LSW MFH MH NHS PEP PI PLO QA RHI SDQ SEN SG SGO SW UK YJS YOT YP".split(" "),
] as const;
