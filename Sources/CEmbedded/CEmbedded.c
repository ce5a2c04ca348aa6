// The files that are part of the program. Every floor's are read here: a compiler of C takes them as
// bytes, where Swift would take minutes to type-check as many numbers.
#include "CEmbedded.h"

#include <string.h>

// #embed is C23's, and this compiler's in every C.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char en_toml[] = {
#embed "../Texts/Languages/en.toml"
};
static const unsigned char ko_toml[] = {
#embed "../Texts/Languages/ko.toml"
};
static const unsigned char handout_css[] = {
#embed "../Reports/Handout/handout.css"
};
static const unsigned char phone_html[] = {
#embed "../Class/Phone/phone.html"
};
static const unsigned char phone_css[] = {
#embed "../Class/Phone/phone.css"
};
static const unsigned char phone_js[] = {
#embed "../Class/Phone/phone.js"
};
static const unsigned char pages_js[] = {
#embed "../Class/Phone/pages.js"
};
static const unsigned char map_toml[] = {
#embed "../Files/Lessons/Course/map.toml"
};
static const unsigned char gradient_descent_toml[] = {
#embed "../Files/Lessons/Course/gradient-descent.toml"
};
static const unsigned char rate_toml[] = {
#embed "../Files/Lessons/Course/rate.toml"
};
static const unsigned char batches_toml[] = {
#embed "../Files/Lessons/Course/batches.toml"
};
static const unsigned char momentum_toml[] = {
#embed "../Files/Lessons/Course/momentum.toml"
};
static const unsigned char nesterov_toml[] = {
#embed "../Files/Lessons/Course/nesterov.toml"
};
static const unsigned char adagrad_toml[] = {
#embed "../Files/Lessons/Course/adagrad.toml"
};
static const unsigned char rmsprop_toml[] = {
#embed "../Files/Lessons/Course/rmsprop.toml"
};
static const unsigned char adam_toml[] = {
#embed "../Files/Lessons/Course/adam.toml"
};
static const unsigned char family_toml[] = {
#embed "../Files/Lessons/Course/family.toml"
};
static const unsigned char saddles_toml[] = {
#embed "../Files/Lessons/Course/saddles.toml"
};
static const unsigned char which_toml[] = {
#embed "../Files/Lessons/Course/which.toml"
};
static const unsigned char anscombe_1_csv[] = {
#embed "../Files/Data/Samples/anscombe-1.csv"
};
static const unsigned char iris_csv[] = {
#embed "../Files/Data/Samples/iris.csv"
};
static const unsigned char digits_plane_npy[] = {
#embed "../Files/Data/Samples/digits-plane.npy"
};
static const unsigned char digits_sgd_csv[] = {
#embed "../Files/Data/Samples/digits-sgd.csv"
};
static const unsigned char digits_adam_csv[] = {
#embed "../Files/Data/Samples/digits-adam.csv"
};
static const unsigned char digits_paths_toml[] = {
#embed "../Files/Examples/Files/digits-paths.toml"
};
static const unsigned char digits_mlp20_plain_npy[] = {
#embed "../Files/Data/Samples/digits-mlp20-plain.npy"
};
static const unsigned char digits_mlp20_skip_npy[] = {
#embed "../Files/Data/Samples/digits-mlp20-skip.npy"
};
static const unsigned char ravine_turned_toml[] = {
#embed "../Files/Examples/Files/ravine-turned.toml"
};
static const unsigned char adam_dialects_toml[] = {
#embed "../Files/Examples/Files/adam-dialects.toml"
};
static const unsigned char fair_rates_toml[] = {
#embed "../Files/Examples/Files/fair-rates.toml"
};
static const unsigned char own_formula_toml[] = {
#embed "../Files/Examples/Files/own-formula.toml"
};
static const unsigned char minibatches_toml[] = {
#embed "../Files/Examples/Files/minibatches.toml"
};
static const unsigned char zigzag_toml[] = {
#embed "../Files/Examples/Files/zigzag.toml"
};
static const unsigned char zigzag_ko_toml[] = {
#embed "../Files/Examples/Files/zigzag-ko.toml"
};
static const unsigned char dusk_toml[] = {
#embed "../Files/Examples/Files/dusk.toml"
};
static const unsigned char classroom_toml[] = {
#embed "../Files/Examples/Files/classroom.toml"
};
static const unsigned char braking_csv[] = {
#embed "../Files/Examples/Files/braking.csv"
};
static const unsigned char crater_txt[] = {
#embed "../Files/Examples/Files/crater.txt"
};

#define ROW(name, bytes) {name, {bytes, sizeof bytes}}

static const struct {
  const char *name;
  EmbeddedBytes bytes;
} files[] = {
    ROW("Languages/en.toml", en_toml),
    ROW("Languages/ko.toml", ko_toml),
    ROW("Handout/handout.css", handout_css),
    ROW("Phone/phone.html", phone_html),
    ROW("Phone/phone.css", phone_css),
    ROW("Phone/phone.js", phone_js),
    ROW("Phone/pages.js", pages_js),
    ROW("Lessons/Course/map.toml", map_toml),
    ROW("Lessons/Course/gradient-descent.toml", gradient_descent_toml),
    ROW("Lessons/Course/rate.toml", rate_toml),
    ROW("Lessons/Course/batches.toml", batches_toml),
    ROW("Lessons/Course/momentum.toml", momentum_toml),
    ROW("Lessons/Course/nesterov.toml", nesterov_toml),
    ROW("Lessons/Course/adagrad.toml", adagrad_toml),
    ROW("Lessons/Course/rmsprop.toml", rmsprop_toml),
    ROW("Lessons/Course/adam.toml", adam_toml),
    ROW("Lessons/Course/family.toml", family_toml),
    ROW("Lessons/Course/saddles.toml", saddles_toml),
    ROW("Lessons/Course/which.toml", which_toml),
    ROW("Data/Samples/anscombe-1.csv", anscombe_1_csv),
    ROW("Data/Samples/iris.csv", iris_csv),
    ROW("Data/Samples/digits-mlp20-plain.npy", digits_mlp20_plain_npy),
    ROW("Data/Samples/digits-mlp20-skip.npy", digits_mlp20_skip_npy),
    ROW("Data/Samples/digits-plane.npy", digits_plane_npy),
    ROW("Data/Samples/digits-sgd.csv", digits_sgd_csv),
    ROW("Data/Samples/digits-adam.csv", digits_adam_csv),
    ROW("Examples/Files/digits-paths.toml", digits_paths_toml),
    ROW("Examples/Files/ravine-turned.toml", ravine_turned_toml),
    ROW("Examples/Files/adam-dialects.toml", adam_dialects_toml),
    ROW("Examples/Files/fair-rates.toml", fair_rates_toml),
    ROW("Examples/Files/own-formula.toml", own_formula_toml),
    ROW("Examples/Files/minibatches.toml", minibatches_toml),
    ROW("Examples/Files/zigzag.toml", zigzag_toml),
    ROW("Examples/Files/zigzag-ko.toml", zigzag_ko_toml),
    ROW("Examples/Files/dusk.toml", dusk_toml),
    ROW("Examples/Files/classroom.toml", classroom_toml),
    ROW("Examples/Files/braking.csv", braking_csv),
    ROW("Examples/Files/crater.txt", crater_txt),
};

EmbeddedBytes embedded_bytes(const char *name) {
  for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
    if (strcmp(files[i].name, name) == 0) return files[i].bytes;
  }
  return (EmbeddedBytes){NULL, 0};
}
