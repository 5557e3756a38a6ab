/* The graph: nodes and edges as objects that know each other, evidence made when it is asked for. */
let Data = null;
const Nodes = [];
const Edges = [];
const ById = new Map();
const Documents = [];
const evidenceFrom = [];

async function readGraph() {
  const holder = byId('data');
  const packed = holder.type === 'text/plain';
  Data = JSON.parse(packed ? await unpacked(holder.textContent) : holder.textContent);
  holder.textContent = '';
  readNodes(Data.nodes);
  readDocuments(Data.documents);
  readEdges(Data.edges);
  readEvidence(Data.edges, Data.passages);
}

function readNodes(columns) {
  columns.id.forEach((id, i) => {
    const node = {
      i,
      id,
      name: columns.name[i],
      kind: Data.kinds[columns.kind[i]],
      fields: columns.fields[i],
      out: [],
      into: [],
      places: Data.places[i] || [],
      sector: Data.sectors[i] || null,
      day: null,
      about: false,
      lane: null,
      issuer: null,
      above: null,
      below: null,
    };
    Nodes.push(node);
    ById.set(id, node);
  });
}

function readDocuments(columns) {
  const sectors = Object.keys(Data.paint.sector);
  columns.node.forEach((i, row) => {
    const node = Nodes[i];
    node.day = columns.day[row];
    node.about = columns.about[row] === 1;
    node.lane = Data.lanes[columns.lane[row]];
    node.sector = sectors[columns.sector[row]];
    node.issuer = columns.issuer[row] < 0 ? null : Nodes[columns.issuer[row]];
    Documents.push(node);
  });
}

function readEdges(columns) {
  const cascade = new Set(Data.cascade);
  for (let i = 0; i < columns.source.length; i += 1) {
    const edge = {
      i,
      source: Nodes[columns.source[i]],
      target: Nodes[columns.target[i]],
      relation: columns.relations[columns.relation[i]],
      certainty: columns.certainties[columns.certainty[i]],
      attributes: columns.attributes[i] || null,
      descends: false,
    };
    edge.guess = edge.certainty === 'hypothesis';
    edge.descends = cascade.has(edge.relation) && !edge.guess && edge.source !== edge.target;
    edge.source.out.push(edge);
    edge.target.into.push(edge);
    Edges.push(edge);
  }
}

/* Evidence travels as differences between rows; rows are in the order of their edges. */
function readEvidence({ evidence }, passages) {
  for (const column of [...evidence, ...passages.rows]) {
    for (let i = 1; i < column.length; i += 1) column[i] += column[i - 1];
  }
  const [owner] = evidence;
  let row = 0;
  for (let i = 0; i <= Edges.length; i += 1) {
    while (row < owner.length && owner[row] < i) row += 1;
    evidenceFrom.push(row);
  }
}

function evidenceCount(edge) {
  return evidenceFrom[edge.i + 1] - evidenceFrom[edge.i];
}

function evidenceOf(edge) {
  return Data.edges.evidence[1].slice(evidenceFrom[edge.i], evidenceFrom[edge.i + 1]).map(passage);
}

/* A sentence with the document that says it, its file, page and line. */
function passage(i) {
  const { rows, files, quotes } = Data.passages;
  const [document, file, page, line, quote] = rows.map((column) => column[i]);
  return {
    document: document < 0 ? null : Nodes[document],
    file: files[file],
    page,
    line,
    quote: quotes[quote],
  };
}

function isDocument(node) {
  return node.kind === 'Document';
}

/* What an edge is called in links: stable from one build to the next. */
function edgeName(edge) {
  return `${edge.source.id}~~${edge.relation}~~${edge.target.id}`;
}

function edgeNamed(name) {
  const [source, relation, target] = name.split('~~');
  const from = ById.get(source);
  return from ? from.out.find((e) => e.relation === relation && e.target.id === target) || null : null;
}
