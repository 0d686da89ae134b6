# story: a quote is cut and altered on the way
article river.html  date=2024-03-11  outlet=River Post
  <h1>Water at the foot of the dam</h1>
  <p>Water was seen at the foot of the dam on Monday, engineers said.</p>
  <p>Maria Silva said: “We warned them three times last year, and nobody came.”</p>

article agency.txt  date=2024-03-12
  Dam engineers warned the ministry

  "We warned them three times last year," Maria Silva told the River Post.

article blog.txt  date=2024-03-13
  What the engineers knew

  "We warned them twice last year, and nobody came," said Maria Silva.

build

query quotes --who Silva --columns article,text,grade
----
agency.txt | We warned them three times last year, | A
blog.txt | We warned them twice last year, and nobody came, | A
river.html | We warned them three times last year, and nobody came. | A

query trace "warned them" --columns status,article,change
----
first | river.html | whole
later | agency.txt | cut: without 'and nobody came'
later | blog.txt | altered: 'three times' → 'twice' (changes a number)

query people --columns name,statements,articles
----
Maria Silva | 1 | 3

query people --who nobody --columns name
----

refuse show q999
----
no line with id 'q999'
