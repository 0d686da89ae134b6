# story: an age told elsewhere, a nurse in a narrator's text, letters behind a name, a judge
article court.txt  date=2024-03-02
  The verdict in Marl

  Edda Marlow KC, for the council, opened the case on Monday. Mrs Justice Vey heard it alone.

  "It was a choice," Marlow said. The judge did not agree. "It was a habit," the judge said.

  Ben Ives, 41, a ferryman, sat with Tobias Okoro, 29, a cook.

article year.txt  date=2025-04-20
  A year later

  Ben Ives and Tobias Okoro met at the ferry. It was raining.

  "We do not speak of it," said the 42-year-old.

article told.txt  date=2025-05-02
  The night on the stairs

  Ana Lopes, 33, lost her brother in the fire. Here she tells how she went on.

  As told to Robin Vey

  I was at work when it began. I rang home, and I rang again.

  A nurse came down at six. She was older than me and she had soot on her collar. "I will not tell you how it feels," she said.

  I kept his coat. I still have it.

build

query quotes --kind direct --columns article,said_by,text
----
court.txt | Edda Marlow | It was a choice,
court.txt | Mrs Justice Vey | It was a habit,
told.txt | A nurse | I will not tell you how it feels,
year.txt | Ben Ives | We do not speak of it,
