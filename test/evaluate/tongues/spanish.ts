/** Spanish: a referendum on a reservoir. Written for the project. */
import { lines, type Tongue } from './tongue';

export const spanish: Tongue = {
  lang: 'es',
  hashtags: ['ConsultaElEmbalse', 'VotoPorElRío', 'SíAlEmbalse'],
  clauses: [2, 4],
  emoji: ['😂', '🙏', '💧', '👏', '🤔', '❤️', '😡', '🤷‍♂️', '💪', '🔥'],
  bios: lines(`profe de primaria
    mamá de dos
    hincha de toda la vida
    periodismo y mate
    ingeniera agrónoma
    acá de paso
    leo más de lo que escribo
    del interior
    jubilado
    vecina del barrio`),
  grammar: {
    joins: ['. ', ', ', ' y ', ' porque ', ' pero ', '... ', '\n', '; '],
    slots: {
      quien: lines(`mi vecino
        la intendenta
        mi viejo
        una prima de {pueblo}
        el ingeniero del ministerio
        la gente de {pueblo}
        un camionero
        la señora del kiosco`),
      pueblo: lines(`Los Álamos
        Villa Ciénaga
        Río Hondo
        Monte Claro
        San Bartolo
        Quebrada Seca
        El Carrizal
        Pueblo Nuevo
        La Herradura
        Las Toscas`),
      cosa: lines(`el agua
        la luz
        el riego
        el camino a {pueblo}
        la escuela de {pueblo}
        el bosque
        la pesca
        el turismo`),
      jefe: lines(`el gobernador
        el consorcio
        la empresa
        la oposición
        el juez
        la comisión`),
    },
    openers: lines(`A ver
      Soy de {pueblo} y lo digo clarito
      Pregunta sincera
      Leyendo el informe
      Perdón pero
      Desde {pueblo}
      Me lo contó {quien}
      Hace {n} años que escucho lo mismo
      Yo ya voté
      Para los que no entienden
      Ojo con esto
      Nadie me paga por decirlo`),
    claims: lines(`sin embalse {cosa} no aguanta otro verano
      {jefe} miente con los números
      van a inundar {pueblo} y a nadie le importa
      yo voto que sí con dudas
      prefiero perder {cosa} que perder el río
      el estudio de impacto tiene {n} páginas en blanco
      {quien} cambió de opinión anoche
      la consulta llegó tarde y mal
      hay que mirar quién se queda con {cosa}
      {pueblo} necesita trabajo ya
      los que opinan de lejos nunca vinieron a {pueblo}
      {jefe} no contestó ni una pregunta
      con la mitad de plata arreglan {cosa}
      el río es de todos
      me convenció el debate de anoche
      esto se define por {n} votos
      no es verdad que {cosa} se pierde
      les creo más a los ingenieros que a {jefe}`),
    reasons: lines(`en enero estuvimos {n} días sin agua
      {quien} ya vendió el campo
      la obra costaba {n} millones y ahora el doble
      {jefe} firmó sin leer
      cortaron la ruta a {pueblo} tres veces
      el pozo de casa se secó
      mi familia vive ahí hace {n} años
      en {pueblo} cerró la fábrica
      la represa vieja pierde por todos lados
      nos prometieron {cosa} en la otra campaña
      bajó {n} metros el nivel
      nadie midió los peces
      {quien} trabaja en la obra
      ya pasó lo mismo en {pueblo}
      el boleto de luz subió {n} por ciento`),
    closers: lines(`y punto
      saludos
      después no lloren
      vamos arriba
      así estamos
      qué sé yo
      piensen bien
      nos vemos en la plaza
      un abrazo a {pueblo}
      gracias
      cuento hasta {n}`),
  },
  pushed: lines(`El embalse generará {n} mil empleos directos en toda la región, mirá el video
    Familias de {pueblo} celebran la llegada de una obra esperada por décadas
    Lo que no te cuentan los que viven de decir que no a todo
    Canal Horizonte estuvo en {pueblo} y esto fue lo que encontró
    Con energía propia {pueblo} dejará de depender de otras provincias
    Expertos confirman que el agua alcanzará para {n} años más
    La oposición prometió {n} obras y no terminó ninguna
    El gobernador recorrió {pueblo} y habló con cada vecino
    Un país que no construye es un país que se queda atrás
    Productores de {pueblo} duplicarán la cosecha gracias al nuevo riego
    Así será el parque náutico que cambiará la vida de {pueblo}
    Quiénes financian la campaña del miedo, informe especial de Canal Horizonte
    La obra más importante de los últimos {n} años empieza este mes
    Los jóvenes de {pueblo} ya no tendrán que irse para encontrar trabajo
    Basta de mentiras sobre los peces, la ciencia respondió hace rato
    Hospital, escuela y ruta nueva para {pueblo}, todo está en el proyecto
    El progreso no se frena con carteles ni con cortes de ruta
    Canal Horizonte desmiente {n} mitos sobre el embalse en tres minutos
    Orgullo regional: técnicos de {pueblo} dirigen la construcción
    El sí crece en todas las encuestas y ellos lo saben muy bien
    Mirá cómo era {pueblo} sin agua y cómo va a ser mañana
    Pensá en tus hijos cuando entres al cuarto oscuro el domingo`),
  names: {
    first: lines(`Lucía=lucia
      Martín=martin
      Julieta
      Gonzalo
      Rocío=rocio
      Ezequiel
      Camila
      Nicolás=nicolas
      Belén=belen
      Facundo
      Ximena
      Tomás=tomas
      Aldana
      Ramiro
      Paula
      Horacio
      Mirta
      Leandro`),
    family: lines(`Echeverri
      Barrientos
      Quiroga
      Peralta
      Maidana
      Ledesma
      Funes
      Olivera
      Sandoval
      Bustamante
      Ferreyra
      Villalba
      Cardozo
      Miranda
      Acuña=acuna
      Zabala`),
  },
};
