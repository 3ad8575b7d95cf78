"""What people call the schema's columns, in several languages: the column that one header means."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from dashboard.model.schema import BY_NAME

NAMES: dict[str, tuple[str, ...]] = {
    "title": (
        *("title", "primary title", "film title", "movie title", "name", "film name", "movie name", "film", "movie"),
        *(
            "название",
            "название фильма",
            "фильм",
            "наименование",
            "заглавие",
            "русское название",
            "русскоязычное название",
        ),
        *(
            "titel",
            "filmtitel",
            "titre",
            "titre du film",
            "título",
            "titulo",
            "titolo",
            "tytuł",
            "назва",
            "назва фільму",
        ),
        *("фільм", "película", "pelicula", "filme", "titel des films", "titolo del film", "tytuł filmu", "elokuva"),
        *(
            "elokuvan nimi",
            "nimi",
            "tittel",
            "název",
            "název filmu",
            "názov",
            "názov filmu",
            "cím",
            "filmcím",
            "film címe",
        ),
        *(
            "titlu",
            "titlul",
            "titlul filmului",
            "film adı",
            "filmin adı",
            "başlık",
            "τίτλοσ",
            "ταινία",
            "τίτλοσ ταινίασ",
        ),
        *(
            "назив",
            "назив филма",
            "наслов",
            "naslov",
            "naslov filma",
            "naziv",
            "naziv filma",
            "филм",
            "име",
            "pavadinimas",
            "nosaukums",
        ),
        *(
            "pealkiri",
            "filmas",
            "片名",
            "电影",
            "电影名",
            "电影名称",
            "影片",
            "影片名",
            "影片名称",
            "标题",
            "名称",
            "中文名",
        ),
        *(
            "電影",
            "電影名",
            "電影名稱",
            "標題",
            "名稱",
            "タイトル",
            "題名",
            "作品名",
            "作品",
            "映画",
            "映画名",
            "映画タイトル",
        ),
        *(
            "제목",
            "영화",
            "영화명",
            "영화제목",
            "영화 제목",
            "العنوان",
            "الفيلم",
            "اسم الفيلم",
            "כותרת",
            "סרט",
            "שם הסרט",
        ),
        *("tên phim", "tiêu đề", "judul", "judul film", "english title", "title english", "series title"),
        *("tytuł polski", "polski tytuł", "deutscher titel", "titre français", "título en español", "titolo italiano"),
        *("český název", "magyar cím", "название на русском", "русский заголовок", "中文片名", "邦題", "한글 제목"),
        *("शीर्षक", "फ़िल्म", "फिल्म", "फ़िल्म का नाम", "শিরোনাম", "চলচ্চিত্র", "தலைப்பு", "திரைப்படம்"),
        *("عنوان", "فیلم", "نام فیلم", "ชื่อเรื่อง", "ภาพยนตร์", "სათაური", "ფილმი", "վերնագիր"),
        *("ֆիլմ", "фильм атауы", "атауы", "film nomi"),
    ),
    "original_title": (
        *("original title", "original name", "title in original language", "title original", "оригинальное название"),
        *("название в оригинале", "originaltitel", "titre original", "título original", "titolo originale"),
        *(
            "tytuł oryginalny",
            "originální název",
            "originálny názov",
            "eredeti cím",
            "orijinal adı",
            "оригинални назив",
            "originalni naziv",
            "alkuperäinen nimi",
        ),
        *(
            "originaltittel",
            "πρωτότυποσ τίτλοσ",
            "оригінальна назва",
            "titlu original",
            "原名",
            "外文名",
            "英文名",
            "原題",
        ),
        "원제",
    ),
    "other_titles": (
        *("other titles", "alternative titles", "alternative title", "also known as", "aka"),
        *("другие названия", "альтернативное название", "又名", "别名"),
    ),
    "year": (
        *("year", "release year", "year of release", "year released", "start year", "production year", "yr"),
        *(
            "film year",
            "season year",
            "release date year",
            "releasedate year",
            "год",
            "год выпуска",
            "год выхода",
            "год производства",
            "год создания",
            "год премьеры",
        ),
        *(
            "год релиза",
            "год фильма",
            "рік",
            "рік випуску",
            "рік виходу",
            "jahr",
            "erscheinungsjahr",
            "produktionsjahr",
        ),
        *("premierenjahr", "jahr der veröffentlichung", "année", "annee", "année de sortie", "année de production"),
        *("año", "año de estreno", "año de producción", "ano", "ano de lançamento", "ano de produção", "anno"),
        *("anno di uscita", "anno di produzione", "rok", "rok produkcji", "rok premiery", "rok wydania", "rok vydání"),
        *(
            "rok výroby",
            "rok vydania",
            "rok výroby filmu",
            "év",
            "éve",
            "gyártási év",
            "megjelenés éve",
            "bemutató éve",
        ),
        *("vuosi", "julkaisuvuosi", "valmistumisvuosi", "ensi iltavuosi", "jaar", "jaar van uitgave", "releasejaar"),
        *("år", "årtal", "premiärår", "produktionsår", "utgivningsår", "utgivelsesår", "premiereår", "an", "anul"),
        *(
            "anul lansării",
            "anul producției",
            "yıl",
            "yılı",
            "yapım yılı",
            "çıkış yılı",
            "vizyon yılı",
            "έτοσ",
            "χρονιά",
        ),
        *("έτοσ παραγωγήσ", "έτοσ κυκλοφορίασ", "година", "година на издаване", "godina", "godina izdanja", "leto"),
        *(
            "metai",
            "gads",
            "aasta",
            "年份",
            "年",
            "年度",
            "公開年",
            "公开年",
            "公開年度",
            "上映年份",
            "上映年",
            "上映年度",
        ),
        *("发行年份", "出品年份", "出品年代", "年代", "制作年份", "制作年", "製作年", "製作年度", "制作年度", "連載年"),
        *(
            "연도",
            "년도",
            "개봉연도",
            "개봉년도",
            "개봉 연도",
            "제작연도",
            "제작년도",
            "제작 연도",
            "개봉년",
            "السنة",
            "سنة",
        ),
        *(
            "سنة الإنتاج",
            "سنة الإصدار",
            "שנה",
            "שנת יציאה",
            "năm",
            "năm sản xuất",
            "năm phát hành",
            "tahun",
            "tahun rilis",
        ),
        *("वर्ष", "साल", "সাল", "বছর", "ஆண்டு", "سال", "ปี", "წელი"),
        *("տարի", "жылы", "il", "yil", "год вырабу"),
    ),
    "release_date": (
        *("release date", "released", "date released", "date of release", "premiere", "premiere date", "first shown"),
        *(
            "release",
            "premiered",
            "date issued",
            "publication date",
            "pubdate",
            "first air date",
            "air date",
            "opening date",
            "in theaters",
        ),
        *("дата выхода", "дата премьеры", "премьера", "дата выпуска", "дата релиза", "релиз", "мировая премьера"),
        *(
            "дата виходу",
            "прем єра",
            "kinostart",
            "erscheinungsdatum",
            "uraufführung",
            "veröffentlichung",
            "premierendatum",
        ),
        *("date de sortie", "sortie", "sortie en salles", "date de première", "fecha de estreno", "estreno"),
        *(
            "data di uscita",
            "uscita",
            "data de lançamento",
            "lançamento",
            "estreia",
            "data de estreia",
            "data premiery",
        ),
        *(
            "premiera",
            "premiéra",
            "datum vydání",
            "datum premiéry",
            "bemutató",
            "bemutató dátuma",
            "ensi ilta",
            "première",
        ),
        *(
            "releasedatum",
            "premiär",
            "premiärdatum",
            "premieredato",
            "premiera w kinach",
            "vizyon tarihi",
            "çıkış tarihi",
        ),
        *(
            "ημερομηνία κυκλοφορίασ",
            "πρεμιέρα",
            "премиера",
            "premijera",
            "data lansării",
            "公開日",
            "公开日期",
            "上映日期",
        ),
        *(
            "上映日",
            "首映日期",
            "首映",
            "发行日期",
            "上映时间",
            "公映日期",
            "劇場公開日",
            "封切日",
            "개봉일",
            "개봉",
            "출시일",
        ),
        *("تاريخ الإصدار", "תאריך יציאה", "ngày phát hành", "tanggal rilis"),
    ),
    "country": (
        *("country", "countries", "production country", "production countries", "country of origin", "nation"),
        *("страна", "страны", "страна производства", "land", "länder", "pays", "país", "pais", "paese", "kraj"),
        *("країна", "produktionsland", "země", "krajina", "ország", "maa", "ülke", "χώρα", "țară", "țara", "държава"),
        *(
            "zemlja",
            "šalis",
            "valsts",
            "riik",
            "国家",
            "地区",
            "国家 地区",
            "制片国家",
            "制片国家 地区",
            "國家",
            "製作国",
        ),
        *("制作国", "국가", "제작국가", "البلد", "ארץ", "quốc gia", "negara"),
        *("देश", "দেশ", "நாடு", "کشور", "ประเทศ", "ქვეყანა", "երկիր", "елі"),
        *("краіна", "ölkə"),
    ),
    "language": (
        *("language", "languages", "original language", "spoken languages", "язык", "язык оригинала"),
        *(
            "sprache",
            "langue",
            "idioma",
            "lingua",
            "język",
            "мова",
            "jazyk",
            "nyelv",
            "kieli",
            "språk",
            "sprog",
            "taal",
        ),
        *("dil", "γλώσσα", "limba", "语言", "語言", "言語", "언어", "اللغة", "שפה"),
    ),
    "director": (
        *("director", "directors", "directed by", "director s", "режиссер", "режиссеры", "режиссер постановщик"),
        *("режиссёр", "режиссёры", "режиссёр постановщик", "постановщик"),
        *("regie", "regisseur", "réalisateur", "réalisation", "realisateur", "directora", "dirección", "dirigida por"),
        *("regia", "regista", "reżyser", "reżyseria", "diretor", "режисер", "réalisateurs", "directores", "registi"),
        *("reżyserzy", "regisseure", "realizador", "realização", "direção", "režie", "režisér", "réžia", "réžisér"),
        *("rendező", "rendezte", "ohjaaja", "ohjaus", "regissör", "regissør", "regi", "instruktør", "yönetmen"),
        *(
            "σκηνοθέτησ",
            "σκηνοθεσία",
            "regizor",
            "regia filmului",
            "режисьор",
            "режија",
            "redatelj",
            "reditelj",
            "režija",
        ),
        *(
            "režisierius",
            "režisors",
            "režissöör",
            "导演",
            "導演",
            "監督",
            "감독",
            "المخرج",
            "במאי",
            "đạo diễn",
            "sutradara",
        ),
        *("निर्देशक", "পরিচালক", "இயக்குனர்", "இயக்குநர்", "کارگردان", "ผู้กำกับ", "რეჟისორი", "ռեժիսոր"),
        *("режиссері", "рэжысёр", "rejissor"),
    ),
    "cast": (
        *("cast", "actors", "starring", "stars", "actor", "main cast", "в ролях", "актеры", "актёры", "роли"),
        *("besetzung", "darsteller", "acteurs", "distribution", "reparto", "elenco", "interpreti", "obsada", "actores"),
        *(
            "attori",
            "у ролях",
            "hrají",
            "herci",
            "szereplők",
            "näyttelijät",
            "skådespelare",
            "skuespillere",
            "oyuncular",
        ),
        *("ηθοποιοί", "distribuție", "主演", "演员", "演員", "キャスト", "出演", "出演者", "출연", "배우", "الممثلون"),
    ),
    "studio": (
        *("studio", "studios", "production company", "production companies", "produced by", "production"),
        *("студия", "киностудия", "производство", "производитель", "студія", "wytwórnia", "制片公司", "製作会社"),
    ),
    "kind": ("kind", "type", "title type", "film type", "media type", "тип", "вид"),
    "genres": (
        *("genres", "genre", "major genre", "genre s", "жанр", "жанры", "genere", "género", "genero", "géneros"),
        *("gatunek", "gatunki", "listed in", "gêneros", "gênero", "generi", "žánr", "žánry", "műfaj", "műfajok"),
        *(
            "lajityyppi",
            "genrer",
            "tür",
            "türü",
            "είδοσ",
            "gen",
            "жанрове",
            "žanr",
            "žanras",
            "žanrs",
            "žanrid",
            "类型",
        ),
        *("類型", "ジャンル", "장르", "النوع", "ז אנר", "thể loại"),
    ),
    "running_time_min": (
        *("running time min", "running time", "runtime", "run time", "runtime minutes", "runtime mins", "duration"),
        *("length", "minutes", "mins", "duration min", "length min", "runtime min", "film length", "duration minutes"),
        *("duration mins", "duration in minutes", "runtime in minutes", "running time minutes", "length minutes"),
        *("length in minutes", "running time in minutes", "playtime", "runtime seconds", "runtime sec", "runtime secs"),
        *("runtime s", "runtime ms", "duration seconds", "duration sec", "duration secs", "duration s", "duration ms"),
        *("duration in seconds", "runtime in seconds", "length seconds", "length sec", "length s", "length in seconds"),
        *("running time seconds", "running time sec", "seconds", "duration milliseconds", "runtime milliseconds"),
        *("runtime hours", "duration hours", "runtime h", "duration h"),
        *("продолжительность", "длительность", "хронометраж", "время", "минут", "тривалість", "продолжительность мин"),
        *("laufzeit", "länge", "dauer", "durée", "duree", "duración", "duracion", "durata", "czas trwania", "duração"),
        *(
            "délka",
            "dĺžka",
            "stopáž",
            "minutáž",
            "játékidő",
            "hossz",
            "kesto",
            "speltid",
            "spilletid",
            "længde",
            "lengte",
        ),
        *("speelduur", "süre", "süresi", "διάρκεια", "времетраене", "trajanje", "trukmė", "ilgums", "kestus", "片长"),
        *(
            "片長",
            "时长",
            "時長",
            "上映時間",
            "本編時間",
            "収録時間",
            "상영시간",
            "상영 시간",
            "러닝타임",
            "المدة",
            "משך",
        ),
        *("अवधि", "সময়কাল", "مدت", "ความยาว", "thời lượng", "durasi", "ხანგრძლივობა", "տևողություն"),
    ),
    "description": (
        *("description", "overview", "plot", "synopsis", "summary", "plot summary", "storyline", "logline", "about"),
        *("описание", "сюжет", "аннотация", "содержание", "краткое содержание"),
        *("beschreibung", "inhalt", "handlung", "résumé", "descripción", "descripcion", "sinopsis", "trama", "opis"),
        *("опис", "popis", "leírás", "kuvaus", "beskrivning", "beskrivelse", "açıklama", "konu", "περιγραφή"),
        *("υπόθεση", "descriere", "sinopse", "简介", "剧情简介", "剧情", "劇情", "あらすじ", "줄거리", "fabuła"),
    ),
    "fact": ("fact", "facts", "trivia", "interesting fact", "fun fact", "факт", "факты", "интересный факт"),
    "themes": (
        *("themes", "theme", "keywords", "tags", "topics", "subjects", "plot keywords"),
        *("тема", "темы", "теги", "ключевые слова", "schlagworte", "thèmes", "temas", "标签"),
    ),
    "rating": (
        *("rating", "imdb rating", "average rating", "vote average", "avg rating", "score", "user rating"),
        *("imdb score", "rating10", "rating 10", "global rating"),
        *(
            "рейтинг",
            "оценка",
            "средняя оценка",
            "рейтинг imdb",
            "рейтинг кинопоиска",
            "bewertung",
            "puntuación",
            "ocena",
        ),
        *("оцінка", "hodnocení", "hodnotenie", "értékelés", "arvosana", "betyg", "karakter", "vurdering", "puan"),
        *(
            "βαθμολογία",
            "voto",
            "nota",
            "valutazione",
            "punteggio",
            "waardering",
            "评分",
            "豆瓣评分",
            "評分",
            "評価",
            "평점",
        ),
        "별점",
    ),
    "imdb_id": ("imdb id", "const", "tconst", "imdb", "imdbid", "imdb number"),
    "tmdb_id": ("tmdb id", "tmdb", "tmdbid"),
    "kinopoisk_id": ("kinopoisk id", "kinopoisk", "id кинопоиск", "кинопоиск"),
    "note": (
        *("note", "notes", "comment", "comments", "remark", "remarks"),
        *("примечание", "примечания", "комментарий", "заметки", "заметка", "anmerkung", "bemerkung", "remarque"),
        *("notas", "uwagi", "poznámka", "megjegyzés", "备注", "メモ", "비고"),
    ),
}
"""For a column of the schema what else people call it, the likeliest name first."""

FURTHER = 100
"""What is added to the distance of a header each time that something of it has to be left out to be understood."""
WRAPPERS = frozenset(
    {*("film", "movie", "show", "series", "item", "media", "work", "node", "data", "attributes", "fields", "entry")}
    | {*("properties", "record", "video", "content", "фильм", "title", "details", "info", "metadata", "product", "ids")}
    | {"title info", "origin info"}
)
"""What an object is called that holds a film and nothing else: ``movie.year``."""
OTHER_THINGS = frozenset(
    {
        *(
            "watch",
            "watched",
            "watchlisted",
            "seen",
            "view",
            "viewed",
            "viewing",
            "add",
            "added",
            "list",
            "listed",
            "rate",
        )
    }
    | {*("rated", "logged", "create", "created", "modify", "modified", "update", "updated", "propose", "proposed")}
    | {*("suggested", "vote", "voted", "votes", "bought", "purchase", "purchased", "timestamp", "inserted", "uploaded")}
    | {*("borrowed", "lent", "played", "checked", "collected", "finished", "started", "reviewed", "saved", "liked")}
    | {
        *(
            "favorited",
            "synced",
            "imported",
            "exported",
            "joined",
            "born",
            "birth",
            "died",
            "death",
            "screened",
            "screening",
        )
    }
    | {
        *(
            "count",
            "number",
            "num",
            "no",
            "id",
            "ids",
            "index",
            "rank",
            "position",
            "budget",
            "gross",
            "revenue",
            "price",
        )
    }
    | {
        *(
            "cost",
            "likes",
            "box",
            "office",
            "sales",
            "runtime",
            "minutes",
            "views",
            "reviews",
            "user",
            "users",
            "my",
            "end",
        )
    }
    | {
        *(
            "просмотр",
            "просмотра",
            "просмотрено",
            "добавлен",
            "добавлено",
            "добавления",
            "оценки",
            "посмотрел",
            "смотрел",
        )
    }
    | {
        *(
            "посмотрели",
            "создан",
            "создано",
            "изменен",
            "изменён",
            "предложен",
            "предложил",
            "показа",
            "рождения",
            "бюджет",
        )
    }
    | {*("сборы", "голосов", "количество", "номер", "переглянуто", "перегляду", "додано", "gesehen", "hinzugefügt")}
    | {*("bewertet", "erstellt", "geändert", "vorgeschlagen", "gekauft", "angesehen", "geliehen", "geboren", "anzahl")}
    | {*("vu", "vue", "ajout", "ajouté", "ajoutée", "noté", "visionnage", "visionné", "proposé", "nombre", "naissance")}
    | {*("visto", "vista", "visionado", "añadido", "añadida", "agregado", "votada", "votado", "aggiunto", "visione")}
    | {*("proposto", "nascita", "nacimiento", "presupuesto", "assistido", "adicionado", "obejrzane", "obejrzany")}
    | {*("obejrzenia", "dodano", "dodania", "oceniono", "oceny", "urodzenia", "budżet", "zhlédnuto", "přidáno")}
    | {*("megnézve", "katsottu", "sedd", "bekeken", "gezien", "toegevoegd", "izlendi", "izlenme", "eklendi")}
)
"""Words of headers over what is no film's year: when a person saw, added or rated it, sums, counts, numbers of rows."""
DATES = frozenset(
    {*("date", "dates", "datum", "дата", "fecha", "data", "dato", "dátum", "tarih")}
    | {*("päivämäärä", "ημερομηνία", "日期", "日付", "날짜", "تاريخ")}
)
"""What is a date, of whatever."""

_YEARS = frozenset({"year", "years", "yr", "yyyy"})
_PRODUCED = frozenset(
    {*("production year", "year of production", "produktionsjahr", "original year", "film year", "год производства")}
    | {*("рік виробництва", "année de production", "año de producción", "ano de produção", "anno di produzione")}
    | {*("rok produkcji", "rok výroby", "rok výroby filmu", "gyártási év", "valmistumisvuosi", "produktionsår")}
    | {*("anul producției", "yapım yılı", "έτοσ παραγωγήσ", "制作年", "制作年份", "製作年", "제작연도", "year made")}
)
"""Headers of years that are the film's, and never those of a disc or of an edition."""
_RELEASED = frozenset({"release", "released", "premiere", "premiered", "publication", "published", "theatrical"})
_BESIDE = frozenset(
    {
        *(
            "original",
            "first",
            "initial",
            "of",
            "the",
            "film",
            "movie",
            "title",
            "in",
            "cinema",
            "us",
            "uk",
            "world",
            "worldwide",
        )
    }
    | {*("production", "produced", "made", "issue", "issued", "date", "international", "domestic", "show", "series")}
)
_FILMS = frozenset({"film", "films", "movie", "movies", "show", "series", "video", "the", "of", "фильма"})
_NAMES = frozenset({"name", "names", "title", "titles", "label", "text", "value", "full", "list", "имя", "имена"})
_NAMED = frozenset({"country", "language", "director", "cast", "studio", "kind", "genres", "themes"})
_LANGUAGES = frozenset(
    {
        *(
            "en",
            "eng",
            "de",
            "ger",
            "fr",
            "fre",
            "es",
            "it",
            "pl",
            "ru",
            "rus",
            "uk",
            "ua",
            "pt",
            "nl",
            "sv",
            "da",
            "no",
            "fi",
        )
    }
    | {
        *(
            "cs",
            "cz",
            "sk",
            "hu",
            "ro",
            "tr",
            "el",
            "gr",
            "bg",
            "sr",
            "hr",
            "zh",
            "cn",
            "tw",
            "ja",
            "jp",
            "ko",
            "kr",
            "ar",
            "he",
        )
    }
    | {
        *(
            "english",
            "german",
            "french",
            "spanish",
            "italian",
            "polish",
            "russian",
            "chinese",
            "local",
            "localized",
            "display",
        )
    }
    | {*("main", "international", "default", "translated")}
)
_IN_BRACKETS = re.compile(r"\s*[(\[](?!as given|given|\d)[^)\]]*[)\]]")

LONGEST = 200
"""A longer header means nothing."""


def column_of(header: str) -> str | None:
    """The schema's column that a header means; None if it means none.

    >>> column_of("primaryTitle"), column_of("Runtime (mins)"), column_of("Год выпуска"), column_of("Box office")
    ('title', 'running_time_min', 'year', None)
    >>> column_of("movie.title"), column_of("title_year"), column_of("director_name"), column_of("date_added")
    ('title', 'year', 'director', None)
    """
    return nearest_column(header)[0]


@lru_cache(maxsize=4_096)
def nearest_column(header: str) -> tuple[str | None, int]:
    """The column that a header means, and how far the header is from that column's own name, which is the nearest."""
    if len(header) > LONGEST:
        return None, 0
    own_name = "_".join(header.strip().casefold().split())
    if own_name in BY_NAME:
        return own_name, -1
    for further, form in enumerate((header, _IN_BRACKETS.sub("", header), _unwrapped(header))):
        if found := _meaning(form):
            return found[0], found[1] + further * FURTHER
    return None, 0


def is_of_something_else(header: str) -> bool:
    """Whether a header says that its numbers or dates are of something else than the film's release.

    >>> is_of_something_else("watched_at"), is_of_something_else("Gesehen am"), is_of_something_else("Jahrgang")
    (True, True, False)
    """
    return not OTHER_THINGS.isdisjoint(_folded(header).split())


def is_of_production(header: str) -> bool:
    """Whether a header says that its years are those in which films were made.

    >>> is_of_production("Produktionsjahr"), is_of_production("Erscheinungsjahr")
    (True, False)
    """
    return _folded(header) in _PRODUCED


def is_a_date(header: str) -> bool:
    """Whether a header says that below it stand days, and not of what."""
    return bool(words := _folded(header).split()) and DATES.issuperset(words)


def _unwrapped(header: str) -> str:
    """A header without the objects around a film, and without the name of what is only a name: ``director.name``."""
    first, *rest = header.split(".")
    while rest and _folded(first) in WRAPPERS:
        first, *rest = rest
    if len(rest) == 1 and _folded(rest[0]) in _NAMES and _meaning(first):
        rest = []
    return ".".join([first, *rest])


def _meaning(header: str) -> tuple[str, int] | None:
    folded = _folded(header)
    words = folded.split()
    return (
        _MEANING.get(folded)
        or (_JOINED.get(folded) if "." not in header and header.isascii() else None)
        or (_by_words(words) if len(words) > 1 and _is_of_one_thing(header) else None)
    )


def _is_of_one_thing(header: str) -> bool:
    """Whether a header names no object around its column, unless that holds it by language: ``title.en``."""
    around, _, last = header.rpartition(".")
    return not around or ("." not in around and last.casefold() in _LANGUAGES)


def _by_words(words: list[str]) -> tuple[str, int] | None:
    """What a header of several words means by those that matter: ``title_year``, ``pl_title``, ``movie_runtime``."""
    rest = {*words} - _BESIDE
    if len(rest & _YEARS) == 1 and rest <= _YEARS | _RELEASED:
        return "year", FURTHER // 2
    if rest and rest <= _RELEASED and "title" not in words:
        return "release_date", FURTHER // 2
    if len(words) == 2 and not _LANGUAGES.isdisjoint(words) and not {"title", "name"}.isdisjoint(words):
        return "title", FURTHER // 2 + (words[0] not in ("en", "english")) + ("name" in words)
    without = " ".join(word for word in words if word not in _FILMS)
    if found := _MEANING.get(without):
        return found[0], found[1] + FURTHER // 2
    found = _MEANING.get(" ".join(word for word in words if word not in _FILMS | _NAMES))
    return (found[0], found[1] + FURTHER // 2) if found and found[0] in _NAMED else None


def _folded(header: str) -> str:
    words = re.sub(r"(?<=[a-zа-яё])(?=[A-ZА-ЯЁ])", " ", unicodedata.normalize("NFKC", header).strip().lstrip("#*"))
    return " ".join(_WORD.findall(words.replace("_", " ").casefold()))


_WORD = re.compile(r"[\w#\u0900-\u109f]+")
"""A word of a header; signs of vowels belong to it, from Devanagari to Burmese."""
_MEANING = {_folded(name): (column, rank) for column, names in NAMES.items() for rank, name in enumerate(names)}
_JOINED = {name.replace(" ", ""): meaning for name, meaning in reversed(_MEANING.items())}
