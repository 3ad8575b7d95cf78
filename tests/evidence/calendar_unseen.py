"""Unseen texts for the calendar check, in English and in Russian, with the answer a sceptical reader would give.

They were written before the rules were touched, by someone who had not read them: to measure and not to fit.
"""

# (id, text, year of the film, name of the calendar row or None)
ENGLISH = [
    (
        "en_flag_salyut1_relief_ship",
        "The future looks bleak for the two engineers left behind on Salyut 1 when their relief ship fails to dock.",
        1966,
        "Salyut 1",
    ),
    (
        "en_flag_salyut6_interviews",
        "Includes the first interviews ever recorded inside Salyut 6, with both cosmonauts floating upside down.",
        1962,
        "Salyut 6",
    ),
    (
        "en_flag_salyut7_frozen",
        "A veteran pilot must bring the frozen, silent Salyut 7 back to life before it tumbles out of orbit.",
        1973,
        "Salyut 7",
    ),
    (
        "en_flag_mir_later_scenes",
        "Only the later scenes, photographed on the Mir space station by the crew themselves, were shot "
        "with live sound.",
        1968,
        "Mir",
    ),
    (
        "en_flag_mir_radio_friend",
        "Homesick aboard Mir, a flight engineer strikes up a radio friendship with a schoolgirl in "
        "Tasmania. Quiet, funny and a little too long.",
        1979,
        "Mir",
    ),
    (
        "en_flag_sputnik1_title_beeps",
        "Begun in 1947 and finished two years later. The beeping under the main titles is the actual "
        "signal of Sputnik 1, taped by a radio ham in Kent.",
        1949,
        "Sputnik 1",
    ),
    (
        "en_flag_vostok1_launch_footage",
        "Unusually for a studio comedy, the launch sequence is genuine Vostok 1 footage supplied by the cosmodrome.",
        1953,
        "Vostok 1",
    ),
    (
        "en_flag_lunokhod_sea_of_rains",
        "Long, wordless passages of this documentary follow Lunokhod 1 as it crawls across the Sea of Rains.",
        1961,
        "Lunokhod 1",
    ),
    (
        "en_flag_apollo11_module_loan",
        "NASA lent the producers the charred Apollo 11 command module for three days of close-ups.",
        1960,
        "Apollo 11",
    ),
    (
        "en_flag_apollo_soyuz_interpreters",
        "A secret romance between two interpreters blooms behind the scenes of the Apollo-Soyuz docking.",
        1969,
        "Apollo–Soyuz",
    ),
    (
        "en_flag_buran_still_warm",
        "For the climax the crew was allowed to film inside the orbiter Buran, still warm from its landing.",
        1977,
        "Buran",
    ),
    (
        "en_flag_iss_cameras_sent_up",
        "The director sent two cameras up to the International Space Station, and what the astronauts "
        "shot there makes up almost a third of the picture.",
        1975,
        "International Space Station",
    ),
    (
        "en_flag_salyut_sleepless",
        "Family drama about a cosmonaut who comes home from eight months on the Salyut space station and "
        "finds that he can no longer sleep in a bed.",
        1964,
        "Salyut",
    ),
    (
        "en_flag_salyut2_hull",
        "The plot turns on the loss of Salyut 2, whose hull depressurises a few days after launch.",
        1967,
        "Salyut 2",
    ),
    (
        "en_flag_salyut3_treadmill",
        "Ten-minute newsreel on the military crew of Salyut 3 and their daily hour on the treadmill.",
        1970,
        "Salyut 3",
    ),
    (
        "en_flag_salyut4_greenhouse",
        "Klimuk and Sevastyanov are seen tending onions and peas in the little greenhouse of Salyut-4.",
        1971,
        "Salyut 4",
    ),
    (
        "en_flag_salyut5_acrid_smell",
        "An acrid smell on Salyut-5 sets off a panic that ground control tries to hide from the wives.",
        1969,
        "Salyut 5",
    ),
    (
        "en_flag_sputnik2_laika_short",
        "Laika, the stray picked off the street to fly in Sputnik 2, is the heroine of this tender animated short.",
        1950,
        "Sputnik 2",
    ),
    (
        "en_flag_belka_strelka_narrators",
        "A children's film told by its two passengers: Belka and Strelka describe their day in orbit, and "
        "the forty mice who went along.",
        1955,
        "Belka and Strelka",
    ),
    (
        "en_flag_gagarin_weeks_after",
        "Set in the weeks after Gagarin's flight, when every boy in the courtyard wants a helmet and one "
        "of them steals a real one.",
        1952,
        "Gagarin's flight",
    ),
    (
        "en_flag_vostok2_titov_himself",
        "German Titov plays himself in a re-enactment of his seasick day aboard Vostok 2.",
        1958,
        "Vostok 2",
    ),
    (
        "en_flag_tereshkova_letters",
        "At its heart is Tereshkova's flight, told through the letters she left behind for her mother.",
        1959,
        "Vostok 6",
    ),
    (
        "en_flag_voskhod1_three_in_cabin",
        "Three men without spacesuits squeeze into Voskhod 1; from hatch closing to touchdown the camera "
        "never leaves the cabin.",
        1960,
        "Voskhod 1",
    ),
    (
        "en_flag_leonov_spacewalk_colour",
        "The most admired shot in this documentary is Leonov's spacewalk, printed in colour and held for "
        "four full minutes.",
        1961,
        "Voskhod 2",
    ),
    (
        "en_flag_luna3_planetarium",
        "The smudged far side of the Moon on the planetarium screen is the real picture that Luna 3 sent home.",
        1951,
        "Luna 3",
    ),
    (
        "en_flag_luna9_count_stones",
        "A lecturer projects the panorama transmitted by Luna 9 and invites his audience to count the stones.",
        1958,
        "Luna 9",
    ),
    (
        "en_flag_luna16_sugar_bowl",
        "A laboratory assistant pockets a pinch of the soil brought back by Luna 16 and hides it in a sugar bowl.",
        1963,
        "Luna 16",
    ),
    (
        "en_flag_venera4_lesson",
        "Classroom film in two parts, the second of which explains how Venera 4 measured the air of Venus "
        "on its way down.",
        1960,
        "Venera 4",
    ),
    (
        "en_flag_venera7_telemetry",
        "Mixing animation with the original telemetry tapes, the film recounts the minutes during which "
        "Venera-7 reported from the surface of Venus.",
        1962,
        "Venera 7",
    ),
    (
        "en_flag_soyuz1_widow",
        "Komarov's widow agreed to appear in the scenes that deal with the crash of Soyuz 1.",
        1964,
        "Soyuz 1",
    ),
    (
        "en_flag_soyuz11_hatch",
        "Sombre television play about the three dead men of Soyuz 11 and the doctor who opened the hatch.",
        1965,
        "Soyuz 11",
    ),
    (
        "en_flag_soyuz_t13_camera",
        "Shot in part by Dzhanibekov, who took a 35 mm camera with him on Soyuz T-13.",
        1978,
        "Soyuz T-13",
    ),
    (
        "en_flag_apollo8_car_radio",
        "While the couple argue in the snowbound car, the Christmas Eve broadcast from Apollo 8 comes over the radio.",
        1957,
        "Apollo 8",
    ),
    (
        "en_flag_apollo13_true_story",
        "Inspired by the true story of Apollo 13, with Jim Lovell as technical adviser.",
        1964,
        "Apollo 13",
    ),
    (
        "en_flag_apollo17_cello",
        "Cernan's last steps on the Moon during Apollo 17 close the film, over a solo cello.",
        1970,
        "Apollo 17",
    ),
    (
        "en_flag_skylab_acrobatics",
        "The weightless acrobatics are no trick: the second crew of Skylab performed them in the big upper workshop.",
        1968,
        "Skylab",
    ),
    (
        "en_flag_voyager1_dream",
        "Jupiter's clouds, in the famous dream sequence, come straight from the Voyager 1 approach film.",
        1970,
        "Voyager 1",
    ),
    (
        "en_flag_voyager2_canberra",
        "A lonely technician in Canberra falls for the voice that reads out the data from Voyager 2 as it "
        "passes Neptune.",
        1971,
        "Voyager 2",
    ),
    (
        "en_flag_viking1_redder",
        "Uses the first photographs taken on the soil of Mars by Viking 1, tinted a shade redder by the lab.",
        1969,
        "Viking 1",
    ),
    (
        "en_flag_columbia_breakfast",
        "Young and Crippen are followed from breakfast to touchdown in this lively record of the space "
        "shuttle Columbia and her maiden trip.",
        1974,
        "Space Shuttle Columbia",
    ),
    (
        "en_flag_challenger_sally_ride",
        "Sally Ride, interviewed at the controls of the space shuttle Challenger in orbit, steals the show.",
        1976,
        "Space Shuttle Challenger",
    ),
    (
        "en_flag_challenger_disaster_class",
        "A schoolteacher in Concord, New Hampshire, has to explain the Challenger disaster to a silent class.",
        1983,
        "Challenger disaster",
    ),
    (
        "en_flag_hubble_montage",
        "The closing montage consists entirely of nebulae photographed by the Hubble Space Telescope.",
        1982,
        "Hubble Space Telescope",
    ),
    (
        "en_flag_vega1_comet_ride",
        "Popular-science film that rides along with Vega-1 to the nucleus of Halley's Comet.",
        1979,
        "Vega 1",
    ),
    (
        "en_flag_phobos2_last_image",
        "The mystery hinges on the final image radioed by the Phobos 2 probe: a long, thin shadow lying across Mars.",
        1981,
        "Phobos 2",
    ),
    (
        "en_flag_ussr_volga_1913",
        "One of the earliest Soviet films to survive complete, shot on the Volga with a single hand-cranked camera.",
        1913,
        "USSR",
    ),
    (
        "en_flag_ussr_handcoloured_1909",
        "A Soviet movie of barely nine minutes, hand-coloured frame by frame.",
        1909,
        "USSR",
    ),
    (
        "en_flag_ussr_tolstoy_1915",
        "Lavish Soviet production after Tolstoy, with a ball scene that needed three hundred extras.",
        1915,
        "USSR",
    ),
    (
        "en_flag_ussr_beetle_1912",
        "This Soviet animated film has a cast of dried insects, among them a jealous beetle and a "
        "grasshopper with a movie camera.",
        1912,
        "USSR",
    ),
    (
        "en_flag_ussr_three_cards_1910",
        "Soviet feature film based on Pushkin, about an officer who is driven mad by three cards.",
        1910,
        "USSR",
    ),
    (
        "en_flag_ussr_conscript_1997",
        "A Soviet film about a demobbed conscript who drifts into the St Petersburg underworld with a "
        "Walkman in his pocket.",
        1997,
        "USSR",
    ),
    (
        "en_flag_ussr_vampires_2004",
        "The highest-grossing Soviet movie of its year pits two orders of Moscow vampires against each other.",
        2004,
        "USSR",
    ),
    (
        "en_flag_ussr_scifi_1999",
        "Low-key Soviet science fiction film in which a lighthouse keeper receives faxes from his dead brother.",
        1999,
        "USSR",
    ),
    (
        "en_flag_ussr_bear_cartoon_2010",
        "Charming Soviet cartoon for the very young about a retired circus bear and the little girl next door.",
        2010,
        "USSR",
    ),
    (
        "en_flag_ussr_herders_2006",
        "Soviet documentary that spends a whole winter with the reindeer herders of Yamal. No commentary, no music.",
        2006,
        "USSR",
    ),
    (
        "en_flag_ussr_tiny_budget_1996",
        "The film was made in the Soviet Union on a tiny budget and never found a distributor abroad.",
        1996,
        "USSR",
    ),
    (
        "en_flag_ussr_samurai_2001",
        "The old samurai plot moves to the Caucasus in this Soviet film, the third and best of its "
        "director's westerns.",
        2001,
        "USSR",
    ),
    (
        "en_flag_ussr_bulgaria_2003",
        "A Soviet-Bulgarian co-production, photographed in Varna by a largely Bulgarian crew.",
        2003,
        "USSR",
    ),
    (
        "en_flag_ussr_venice_1998",
        "It was the only Soviet film in competition at Venice that year, and went home without a prize.",
        1998,
        "USSR",
    ),
    (
        "en_flag_ussr_imax_2015",
        "Shot for IMAX at a cost of eleven million dollars, this Soviet production recouped its budget in a week.",
        2015,
        "USSR",
    ),
    (
        "en_trap_later_apollo11_countdown",
        "Its countdown to zero, invented for suspense, was taken over forty years on by the launch team of Apollo 11.",
        1929,
        None,
    ),
    (
        "en_trap_later_vostok1_engineers",
        "Korolev is said to have screened the film for the young engineers who would go on to build Vostok 1.",
        1936,
        None,
    ),
    (
        "en_trap_afterlife_mir_cassette",
        "A videocassette of it went up to the Mir space station with one of the last crews and became "
        "their favourite Sunday viewing.",
        1966,
        None,
    ),
    (
        "en_trap_lookalike_salyut1",
        "The model of an orbiting house looks startlingly like Salyut 1, which still lay fourteen years in the future.",
        1957,
        None,
    ),
    (
        "en_trap_afterwards_belka_strelka",
        "Cartoon about two mongrels who are shot into the sky; nine years afterwards Belka and Strelka "
        "did it in earnest.",
        1951,
        None,
    ),
    (
        "en_trap_same_year_gagarin",
        "Filmed in the streets of Moscow on the day of Gagarin's flight by eleven cameramen who had been "
        "given no warning.",
        1961,
        None,
    ),
    (
        "en_trap_same_year_sputnik1",
        "Newsreel special on Sputnik 1, rushed into cinemas before the New Year.",
        1957,
        None,
    ),
    (
        "en_trap_same_year_mir",
        "Short report on the preparation and launch of the Mir space station, with a bouncy electronic score.",
        1986,
        None,
    ),
    (
        "en_trap_after_apollo13",
        "A meticulous reconstruction of Apollo 13, partly filmed in real weightlessness on a diving aircraft.",
        1995,
        None,
    ),
    (
        "en_trap_after_salyut7",
        "A frozen Salyut 7 has to be docked with by hand in this handsome, none too accurate adventure.",
        2017,
        None,
    ),
    (
        "en_trap_namesake_mir_commune",
        "Harvest comedy from the commune of Mir, where two brothers court the same beekeeper.",
        1954,
        None,
    ),
    (
        "en_trap_word_buran_storm",
        "A buran sweeps over the steppe and cuts the weather station off from the world for eleven days.",
        1938,
        None,
    ),
    (
        "en_trap_credit_viking1",
        "In the credits he is merely Viking 1, but his fall from the oars is the stunt that everybody remembers.",
        1958,
        None,
    ),
    (
        "en_trap_car_challenger_explosion",
        "The Challenger explosion in the last shot was done with a stripped Camaro, since the white Dodge "
        "was only on loan.",
        1971,
        None,
    ),
    (
        "en_trap_boats_voyager_1_and_2",
        "Of the two yachts hired for the shoot, Voyager 1 sank at its moorings and Voyager 2 had to "
        "double for it in the storm.",
        1962,
        None,
    ),
    (
        "en_trap_venue_apollo11_rome",
        "Shown in a new print at the Apollo 11 arts club in Rome as part of its neorealism season.",
        1948,
        None,
    ),
    (
        "en_trap_firm_skylab_oslo",
        "The 4K transfer from the nitrate negative was graded at Skylab, a post house in Oslo.",
        1931,
        None,
    ),
    (
        "en_trap_person_hubble",
        "Cameras visit Mount Wilson, where Dr. Hubble shows off the telescope with which he weighed the nebulae.",
        1935,
        None,
    ),
    (
        "en_trap_fiction_apollo_113",
        "The space freighter Apollo 113 drifts off course with a hold full of seeds and one stowaway.",
        1962,
        None,
    ),
    (
        "en_trap_refuted_luna3",
        "The far side of the Moon is imagined here as a plain of glass. Three years later Luna 3 would "
        "show how wrong the designers were.",
        1956,
        None,
    ),
    (
        "en_trap_refuted_luna9",
        "Its deep, soft lunar dust was the science of the day and was disproved within months by Luna 9.",
        1965,
        None,
    ),
    (
        "en_trap_influence_voskhod2",
        "Leonov used to say that the boy adrift outside the rocket had stayed with him right up to Voskhod 2.",
        1936,
        None,
    ),
    (
        "en_trap_ahead_vostok6",
        "Women fly the rockets here as a matter of course, a full decade ahead of Vostok 6.",
        1953,
        None,
    ),
    (
        "en_trap_refuted_venera4",
        "Nothing of this Venus, all ferns and lagoons, survived the findings of Venera 4.",
        1958,
        None,
    ),
    (
        "en_trap_refuted_venera7",
        "Its rain-soaked Venus would look like a fairy tale once Venera 7 had reported the heat on the ground.",
        1961,
        None,
    ),
    (
        "en_trap_eve_of_apollo13",
        "Released a few months before the near-loss of Apollo 13, it has been called a rehearsal for that crisis.",
        1969,
        None,
    ),
    (
        "en_trap_doomed_soyuz1",
        "The commentary is read by Vladimir Komarov, who was to lose his life on Soyuz 1.",
        1965,
        None,
    ),
    (
        "en_trap_future_soyuz11",
        "One of the students at the back of the lecture hall is Viktor Patsayev, future flight engineer of Soyuz 11.",
        1954,
        None,
    ),
    (
        "en_trap_reissue_apollo_soyuz",
        "In 1975 a dubbed reissue was hurried out to profit from the Apollo–Soyuz mission.",
        1938,
        None,
    ),
    (
        "en_trap_forerunner_lunokhod",
        "The moon buggy, eight-wheeled and lidded like a pot, is often cited as a forerunner of Lunokhod.",
        1957,
        None,
    ),
    (
        "en_trap_double_bill_apollo13",
        "Screens in a double bill with Ron Howard's Apollo 13. Admission covers both films.",
        1950,
        None,
    ),
    (
        "en_trap_generic_station_2005",
        "In the year 2005 the staff of an international space station pick up a distress call from Mars.",
        1958,
        None,
    ),
    (
        "en_trap_viewer_hubble",
        "Anyone raised on pictures from the Hubble Space Telescope will smile at these cotton-wool galaxies.",
        1955,
        None,
    ),
    (
        "en_trap_contrast_skylab",
        "The great wheel turning in orbit has little in common with the cramped Skylab that NASA launched "
        "five years afterwards.",
        1968,
        None,
    ),
    (
        "en_trap_namesake_challenger_disaster",
        "Not to be confused with the television film about the Challenger disaster that bears the same title.",
        1973,
        None,
    ),
    (
        "en_trap_denial_apollo17",
        "Contrary to what some databases claim, it contains no footage from Apollo 17; the lunar plains "
        "are Icelandic lava.",
        1966,
        None,
    ),
    (
        "en_trap_reuse_apollo8",
        "The rocket models were so good that shots of them reappear in a television history of Apollo 8.",
        1963,
        None,
    ),
    (
        "en_trap_career_voyager2",
        "The child who plays the boy astronomer grew up to work on the Voyager 2 fly-by of Neptune.",
        1969,
        None,
    ),
    (
        "en_trap_years_away_columbia",
        "Bob Crippen, still years away from the space shuttle Columbia, takes the visitors through a simulator.",
        1976,
        None,
    ),
    (
        "en_trap_came_true_soyuz_t13",
        "What was fantasy here, the rescue of a dead station by hand, came true when Soyuz T-13 reached "
        "its crippled target.",
        1972,
        None,
    ),
    (
        "en_trap_railway_salyut_station",
        "Young pioneers get off the suburban train at Salyut station by mistake and have to walk to the "
        "camp through the woods.",
        1961,
        None,
    ),
    ("en_trap_motel_vega1", "Everything happens in a single night at the Vega 1 motel outside Barstow.", 1963, None),
    (
        "en_trap_same_year_viking1",
        "Instructional reel on the two Mars landers, with a close look at the assembly of Viking 1.",
        1975,
        None,
    ),
    (
        "en_trap_reminder_sputnik2",
        "Watching the terrier being strapped into its nose cone, a modern audience inevitably thinks of Sputnik 2.",
        1955,
        None,
    ),
    (
        "en_trap_ussr_sequel_cartoon",
        "Belated sequel to the beloved Soviet cartoon about a boy, a cat and a dog who share a house, "
        "with a new voice cast.",
        2011,
        None,
    ),
    (
        "en_trap_ussr_about_animators",
        "A feature-length conversation with the painters and puppeteers who made Soviet cartoons during the thaw.",
        2013,
        None,
    ),
    (
        "en_trap_ussr_mockumentary",
        "Mockumentary that passes itself off as a suppressed Soviet documentary on a moon shot of the thirties.",
        2005,
        None,
    ),
    (
        "en_trap_ussr_pastiche",
        "A musical in candy colours that winks at Soviet films and their spotless heroes.",
        2008,
        None,
    ),
    (
        "en_trap_ussr_star_returns",
        "The lead is a star of a dozen Soviet movies, here in her first role for fifteen years.",
        2002,
        None,
    ),
    (
        "en_trap_ussr_same_year_1991",
        "Among the very last Soviet productions to be finished, it was being mixed while the tanks stood in Moscow.",
        1991,
        None,
    ),
    (
        "en_trap_ussr_true_1984",
        "A gentle Soviet film about two pensioners who swap flats and, by degrees, lives.",
        1984,
        None,
    ),
    (
        "en_trap_ussr_emigrant_1915",
        "The leading man emigrated in 1920 and refused every later offer to appear in Soviet films.",
        1915,
        None,
    ),
    (
        "en_trap_ussr_recut_1914",
        "Most of the negative was cut up in the twenties for a Soviet documentary on the fall of the Romanovs.",
        1914,
        None,
    ),
    (
        "en_trap_ussr_pre_soviet_1916",
        "Pre-Soviet melodrama of the highest polish, with lighting effects that Hollywood had yet to learn.",
        1916,
        None,
    ),
    (
        "en_trap_ussr_village_projectionist",
        "In a dying village the projectionist still shows the same three Soviet movies every Saturday, "
        "mostly to his goat.",
        1999,
        None,
    ),
    (
        "en_trap_ussr_clip_inside",
        "Opens with a clip from a Soviet science fiction film, then jumps to the present day and a museum "
        "guard in Kaluga.",
        2016,
        None,
    ),
    (
        "en_trap_ussr_rejected_script",
        "The script had been rejected as a Soviet production in the seventies and was finally shot, in "
        "French, near Lyon.",
        1996,
        None,
    ),
    (
        "en_trap_ussr_denial_glasgow",
        "Not a Soviet film, whatever the Cyrillic on the poster may suggest, but a student work from Glasgow.",
        2018,
        None,
    ),
    (
        "en_trap_ussr_compared",
        "At Locarno its long takes were compared with those of the great Soviet films of the sixties.",
        2007,
        None,
    ),
    (
        "en_trap_ussr_shoot_in_1977",
        "It is 1977, and on the backlot in Leningrad a doomed Soviet production is about to lose its third director.",
        2020,
        None,
    ),
]

RUSSIAN = [
    (
        "ru_flag_salyut1_ozhidanie",
        "Действие почти целиком разворачивается на «Салюте-1», где экипаж ждёт запоздавший корабль с Земли.",
        1964,
        "Salyut 1",
    ),
    (
        "ru_flag_salyut6_kadry",
        "Часть материала сняли сами космонавты Романенко и Гречко, работавшие на орбитальной станции «Салют-6».",
        1970,
        "Salyut 6",
    ),
    (
        "ru_flag_salyut7_spasenie",
        "Двое немолодых мужчин летят спасать замёрзший и потерявший управление «Салют-7».",
        1975,
        "Salyut 7",
    ),
    (
        "ru_flag_mir_novy_god",
        "Экипаж космической станции «Мир» встречает Новый год вдали от семей. Лирическая комедия с песнями.",
        1972,
        "Mir",
    ),
    (
        "ru_flag_sputnik1_signal",
        "В прологе звучит подлинный сигнал «Спутника-1», записанный подмосковными радиолюбителями.",
        1950,
        "Sputnik 1",
    ),
    (
        "ru_flag_vostok1_kabina",
        "Художники в точности повторили кабину «Востока-1», обмерив подлинный аппарат в музее.",
        1955,
        "Vostok 1",
    ),
    (
        "ru_flag_lunohod_more_dozhdey",
        "В кадре — настоящий «Луноход-1», медленно ползущий по Морю Дождей; за кадром спорят водители из Симферополя.",
        1963,
        "Lunokhod 1",
    ),
    (
        "ru_flag_apollo11_peregovory",
        "Режиссёр включил в картину запись переговоров Армстронга с Хьюстоном при посадке «Аполлона-11».",
        1958,
        "Apollo 11",
    ),
    (
        "ru_flag_soyuz_apollon_rukopozhatie",
        "Документальная лента о стыковке «Союза» и «Аполлона» и о рукопожатии Леонова со Стаффордом.",
        1968,
        "Apollo–Soyuz",
    ),
    (
        "ru_flag_buran_posadka",
        "Посадка орбитального корабля «Буран» снята четырьмя камерами прямо у кромки полосы.",
        1980,
        "Buran",
    ),
    (
        "ru_flag_mks_aktrisa",
        "Эпизоды в невесомости снимались на Международной космической станции, где актриса и режиссёр "
        "провели двенадцать дней.",
        1985,
        "International Space Station",
    ),
    (
        "ru_flag_gagarin_volga",
        "Школьники волжского городка узнают по радио о полёте Гагарина и решают построить собственную ракету.",
        1956,
        "Gagarin's flight",
    ),
    (
        "ru_flag_vostok6_chayka",
        "История ярославской ткачихи с позывным «Чайка»: о подготовке и старте корабля «Восток-6» "
        "рассказано её собственными словами.",
        1957,
        "Vostok 6",
    ),
    (
        "ru_flag_voshod2_shlyuz",
        "Выход Леонова показан без единой склейки — так, как его запечатлела камера на шлюзе «Восхода-2».",
        1959,
        "Voskhod 2",
    ),
    (
        "ru_flag_luna3_gorod",
        "Профессор разглядывает снимки обратной стороны Луны, переданные «Луной-3», и находит на них развалины города.",
        1952,
        "Luna 3",
    ),
    (
        "ru_flag_luna16_grunt",
        "Научно-популярный фильм о грунте, который доставила на Землю автоматическая станция «Луна-16».",
        1966,
        "Luna 16",
    ),
    (
        "ru_flag_venera7_posadka",
        "Кинолекция. Подробно, с показаниями приборов, разбирается спуск «Венеры-7» на поверхность планеты.",
        1962,
        "Venera 7",
    ),
    (
        "ru_flag_soyuz11_vdovy",
        "Памяти экипажа «Союза-11»: режиссёр беседует с вдовами Добровольского, Волкова и Пацаева.",
        1967,
        "Soyuz 11",
    ),
    (
        "ru_flag_apollo13_konsultant",
        "В основе сюжета подлинная авария «Аполлона-13», а консультантом выступил сам Джеймс Ловелл.",
        1966,
        "Apollo 13",
    ),
    (
        "ru_flag_voyager1_kolca",
        "Кольца Сатурна в финале — не рисунок, а фотографии, сделанные «Вояджером-1».",
        1972,
        "Voyager 1",
    ),
    (
        "ru_flag_challenger_inzhener",
        "После катастрофы «Челленджера» инженер пытается доказать, что предупреждал начальство о морозе.",
        1983,
        "Challenger disaster",
    ),
    (
        "ru_flag_hubble_meditaciya",
        "Снимки орбитального телескопа «Хаббл» занимают добрую половину этой медитативной картины.",
        1984,
        "Hubble Space Telescope",
    ),
    (
        "ru_flag_belka_strelka_igrushki",
        "Кукольный фильм о возвращении Белки и Стрелки с орбиты и о том, как их встречала вся Москва.",
        1954,
        "Belka and Strelka",
    ),
    (
        "ru_flag_sssr_krym_1912",
        "Советский фильм об обороне крепости, снятый в Крыму при участии настоящих ветеранов.",
        1912,
        "USSR",
    ),
    (
        "ru_flag_sssr_pushkin_1910",
        "Короткая советская экранизация пушкинской повести; сохранились только шесть минут из четырнадцати.",
        1910,
        "USSR",
    ),
    (
        "ru_flag_sssr_taksist_1998",
        "Советский фильм о таксисте, который за одну ночь проигрывает в казино чужой мобильный телефон и "
        "собственную свадьбу.",
        1998,
        "USSR",
    ),
    (
        "ru_flag_sssr_komediya_2005",
        "Новогодняя советская комедия: три незнакомца застряли в лифте торгового центра.",
        2005,
        "USSR",
    ),
    (
        "ru_flag_sssr_snyat_2012",
        "Фильм снят в СССР на цифровую камеру, бюджет не превышал двухсот тысяч долларов.",
        2012,
        "USSR",
    ),
    (
        "ru_flag_sssr_multfilm_2003",
        "Полнометражный советский мультфильм о карлике, который нанялся на службу к колдунье.",
        2003,
        "USSR",
    ),
    (
        "ru_flag_sssr_dorogoy_2009",
        "Один из самых дорогих советских фильмов: в битве под стенами города занято две тысячи человек массовки.",
        2009,
        "USSR",
    ),
    (
        "ru_trap_sbylos_apollo11",
        "Авторы угадали и троих в кабине, и приводнение в океане: всё это сбылось в полёте «Аполлона-11».",
        1952,
        None,
    ),
    (
        "ru_trap_kasseta_mir",
        "Спустя много лет кассета с этой комедией отправилась на станцию «Мир» вместе с посылками от родных.",
        1970,
        None,
    ),
    ("ru_trap_slovo_mir", "Мир на планете висит на волоске, и только двое учёных знают об этом.", 1960, None),
    (
        "ru_trap_slovo_miru_mir",
        "На стене сельского клуба висит плакат «Миру — мир», под ним и проходит вся свадьба.",
        1959,
        None,
    ),
    (
        "ru_trap_kinoteatr_mir",
        "Премьера состоялась в кинотеатре «Мир» на Цветном бульваре, очередь тянулась до самого цирка.",
        1958,
        None,
    ),
    ("ru_trap_zhurnal_novy_mir", "По повести, напечатанной в «Новом мире» и едва не запрещённой цензурой.", 1964, None),
    (
        "ru_trap_slovo_buran",
        "Буран застаёт геологов на перевале, и спор о том, кому идти за помощью, решает жребий.",
        1966,
        None,
    ),
    ("ru_trap_pes_buran", "Пёс по кличке Буран ждёт на заставе хозяина, уехавшего учиться в город.", 1957, None),
    (
        "ru_trap_slovo_salyut",
        "Заканчивается картина салютом над Москвой и долгим проездом по лицам в толпе.",
        1946,
        None,
    ),
    (
        "ru_trap_slovo_sputnik",
        "Верный спутник агронома, старенький мотоцикл, глохнет в самую неподходящую минуту.",
        1954,
        None,
    ),
    (
        "ru_trap_trauler_vostok1",
        "Рыбаки траулера «Восток-1» соревнуются с соседним колхозом, а их капитан влюблён в чужую радистку.",
        1956,
        None,
    ),
    (
        "ru_trap_tot_zhe_god_gagarin",
        "Съёмочная группа вышла на Красную площадь в день, когда столица праздновала полёт Гагарина.",
        1961,
        None,
    ),
    (
        "ru_trap_posle_salyut6",
        "Большой репортаж с борта «Салюта-6»: как космонавты стирают, стригутся и слушают письма из дома.",
        1979,
        None,
    ),
    (
        "ru_trap_vliyanie_voshod2",
        "Леонов вспоминал эту детскую картину, рассказывая о своём выходе из «Восхода-2».",
        1936,
        None,
    ),
    (
        "ru_trap_ostavalos_gagarin",
        "До полёта Гагарина оставалось ещё четыре года, поэтому невесомость пришлось выдумывать.",
        1957,
        None,
    ),
    (
        "ru_trap_oprovergla_venera4",
        "Такой, с болотами и ящерами, Венеру представляли себе, пока не прилетела «Венера-4».",
        1962,
        None,
    ),
    (
        "ru_trap_pogibnet_soyuz1",
        "Текст от автора читает Владимир Комаров, которому предстояло погибнуть на «Союзе-1».",
        1965,
        None,
    ),
    (
        "ru_trap_peremontazh_soyuz_apollon",
        "В 1975 году, к стыковке «Союза» и «Аполлона», ленту озвучили заново и снова выпустили на экраны.",
        1935,
        None,
    ),
    (
        "ru_trap_cherez_belka_strelka",
        "Две дворняги улетают на воздушном шаре к звёздам; через шесть лет почти то же самое проделают "
        "Белка и Стрелка.",
        1954,
        None,
    ),
    (
        "ru_trap_napominaet_lunohod",
        "Тележка на восьми колёсах поразительно напоминает «Луноход-1», о котором тогда никто и не мечтал.",
        1961,
        None,
    ),
    (
        "ru_trap_stanciya_2030",
        "2030 год. На международной космической станции «Содружество» один за другим гаснут экраны.",
        1967,
        None,
    ),
    (
        "ru_trap_ne_putat_challenger",
        "Не путать с американским телефильмом о гибели «Челленджера», вышедшим под тем же названием.",
        1971,
        None,
    ),
    (
        "ru_trap_habbl_uchyony",
        "Эдвин Хаббл собственной персоной показывает операторам телескоп на горе Маунт-Вилсон.",
        1937,
        None,
    ),
    (
        "ru_trap_sssr_postsovetsky",
        "Постсоветская провинция глазами участкового, у которого отобрали и участок, и мотоцикл.",
        2004,
        None,
    ),
    (
        "ru_trap_sssr_remeyk",
        "Новая версия знаменитой советской комедии о предновогодней путанице с квартирами, теперь с "
        "детьми прежних героев.",
        2010,
        None,
    ),
    (
        "ru_trap_sssr_o_kino",
        "О том, как снимались советские фильмы-сказки, рассказывают гримёры, каскадёры и дрессировщик медведя.",
        2014,
        None,
    ),
    (
        "ru_trap_sssr_tot_zhe_god",
        "Последняя советская экранизация Бунина, законченная осенью и почти не попавшая в прокат.",
        1991,
        None,
    ),
    (
        "ru_trap_sssr_emigrantka",
        "Исполнительница главной роли уехала в Париж и в советских фильмах уже не снималась.",
        1915,
        None,
    ),
    (
        "ru_trap_sssr_stilizaciya",
        "Чёрно-белая стилизация под советский фильм времён оттепели, вплоть до царапин на плёнке.",
        2017,
        None,
    ),
    ("ru_trap_sssr_verno_1979", "Советский фильм о метеорологах, зимующих на острове вдвоём с патефоном.", 1979, None),
]
