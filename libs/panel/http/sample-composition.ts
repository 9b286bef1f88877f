// For the specs of this folder; not exported by its index.

/** The proposed composition of the Somerset Integrated Care Board (board paper of 31 March 2022), word for word as it was exported. */
export const somersetComposition = `# Proposed composition of the Somerset Integrated Care Board, paper of 31 March 2022, as printed (its table is broken across lines in places).
role,number,voting
Chair,1,Voting
Non-Executive Directors,4,Voting
Chief Executive,1,Voting
Director of Finance,1,Voting
Medical Director,1,Voting
Director of Nursing,1,Voting
Additional Executive Directors,See next slide,Non-Voting
Foundation Trust Partner Member,1,Voting
Primary Care Partner Member,1,Voting
Local Authority Partner Member,1,Voting
Director of Public Health,1,Voting
VCSE,1,Non-Voting
Healthwatch,1,Non-Voting
`;
