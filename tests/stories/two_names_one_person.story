# story: a name by marriage, an essay without a byline, and talk in turns
article beacon.txt  date=2024-03-02
  The keeper of the light

  Edda Marlow has kept the light at Sorrel Point for nine years. Edda Marlow lives there with her husband, Ben Ives. Her father, Tobias Marlow, kept it before her.

  "It is not lonely," Edda Marlow said.

article letter.txt  date=2024-03-20
  What the lamp knows

  In an extract from her notebook, Edda Ives, whom most of our readers know as Edda Marlow, writes about the winter.

  The stairs froze in December. I counted them every night, and every night there were ninety.

  I said, "Who will carry the oil?"

  "I am too old for it," my father said. "You are not."

  The boat came in January. Nobody was in it but the dog, and the dog was glad.

  I have kept the oil can. It stands in the kitchen and holds wooden spoons.

  Edda Ives is a keeper and the author of two notebooks.

article visit.txt  date=2024-04-11
  Tea at the lamp

  Two people are on the stairs, and one of them has dropped a spoon.

  "That was mine," says Edda Marlow.

  "It was ours," says Ben Ives.

  "It was my mother's."

  Her husband laughs. "Edda," he says, "you have won."

build

query quotes --kind direct --columns article,said_by,text
----
beacon.txt | Edda Marlow | It is not lonely,
letter.txt | Edda Marlow | Who will carry the oil?
letter.txt | Tobias Marlow | I am too old for it, … You are not.
visit.txt | Edda Marlow | That was mine,
visit.txt | Ben Ives | It was ours,
visit.txt | Edda Marlow | It was my mother's.
visit.txt | Ben Ives | Edda, … you have won.
