/**
 * First names that are no English words of another meaning and no month, from the lists of babies' names of the Office for
 * National Statistics, 1904 to 2023, and names common in England's largest communities: data, to be added to.
 */
export const firstNames: readonly string[] = `
  Aaron Abdul Abdullah Abigail Adam Adrian Agnieszka Aidan Aisha Alan Albert Alexander Alexandra Alfie Ali Alice Alison
  Amanda Amelia Amina Amir Amy Andrea Andrew Angela Ann Anna Anne Annie Anthony Archie Arthur Ashley Aysha Barbara
  Beatrice Benjamin Bethany Billy Bradley Brandon Brenda Brian Callum Cameron Carl Carol Caroline Catherine Charles
  Charlie Charlotte Chelsea Chloe Christine Christopher Claire Clare Colin Connor Courtney Craig Daisy Damian Daniel
  Danielle Darren David Deborah Declan Denise Dennis Derek Diane Dominic Donna Dorothy Dylan Edward Eleanor Elizabeth
  Ella Ellie Elsie Emily Emma Eric Erin Ethan Evelyn Evie Fatima Fiona Florence Francesca Frederick Freya Gareth Gary
  Gemma Geoffrey George Georgia Geraldine Gillian Graham Hamza Hannah Harriet Harry Hassan Hayley Heather Helen Henry
  Holly Hussein Ian Ibrahim Imran Irene Isaac Isabella Isla Jack Jacob Jacqueline Jake James Jamie Janet Jason Jayden Jean
  Jennifer Jeremy Jessica Joan Joanne John Jonathan Jordan Joseph Joshua Joyce Julia Julian Julie Karen Katarzyna Kate
  Katherine Kathleen Katie Keith Kelly Kenneth Kevin Khadija Kieran Kimberley Kirsty Kyle Laura Lauren Lee Leo Leon
  Lewis Liam Lily Linda Lisa Logan Louise Lucas Lucy Luke Lynn Malcolm Margaret Maria Marie Martin Mary Maryam Matthew
  Megan Melanie Mia Michael Michelle Millie Mohamed Mohammad Mohammed Molly Muhammad Nancy Naomi Natalie Nathan Neil
  Nicholas Nicola Nicole Nigel Noah Oliver Olivia Oscar Owen Pamela Patricia Patrick Paul Paula Pauline Peter Philip
  Phoebe Piotr Poppy Rachel Raymond Rebecca Rhys Richard Robert Robin Roger Ronald Rory Rosie Roy Russell Ruth Ryan
  Safiya Samantha Samuel Sandra Sara Sarah Scarlett Scott Sean Sebastian Sharon Sheila Shirley Simon Sofia Sophia Sophie
  Stacey Stanley Stephanie Stephen Steven Stuart Susan Sylvia Tariq Terence Teresa Theo Thomas Timothy Tina Toby Tomasz
  Tracey Trevor Tyler Valerie Vanessa Victoria Vincent Wayne William Yasmin Yusuf Zachary Zainab Zara Zoe
  Aaliyah Aarav Amelie Amira Anjali Aoife Arjun Ayaan Ayesha Deepak Dimitri Ewa Farah Ines Jakub Kacper Kayleigh Keira
  Layla Leila Magdalena Mehmet Niamh Oluwaseun Omar Oskar Priya Ravi Rohan Sanjay Saoirse Siobhan Tyrese Yasmine Zuzanna
`
  .trim()
  .split(/\s+/);
