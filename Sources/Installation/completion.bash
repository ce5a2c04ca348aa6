
# Bash takes words apart at : and =, and the parser's completion wants them whole; only --car=adam
# is two words to it. Without a command the options are those of the race, after `lesson` alone
# there are lessons, too.
_downhill_whole() {
    local -a words=()
    local -i index last=-1
    local line="${COMP_LINE}" word before
    for ((index = 0; index <= COMP_CWORD; index++)); do
        word="${COMP_WORDS[index]}"
        before="${line%%[![:space:]]*}"
        line="${line#"${before}"}"
        line="${line#"${word}"}"
        if ((index > 0)) && [[ -z "${before}" && -n "${word}" &&
            ("${word}" == [:=]* || "${words[last]}" == *[:=]) ]]; then
            words[last]+="${word}"
        else
            last+=1
            words[last]="${word}"
        fi
    done
    if [[ "${words[last]}" == --*=* ]]; then
        word="${words[last]}"
        words[last]="${word%%=*}"
        last+=1
        words[last]="${word#*=}"
    fi
    if [[ "${words[1]-}" == -* ]]; then
        words=("${words[0]}" race "${words[@]:1}")
        last+=1
    fi
    if [[ "${words[1]-}" == lesson && last -ge 2 &&
        ! "${words[2]}" =~ ^(open|handout|check|new)$ ]]; then
        ((last == 2)) && _downhill_call "${1}" "${words[@]}"
        words=("${words[@]:0:2}" open "${words[@]:2}")
    fi
    _downhill_call "${1}" "${words[@]}"
    # Only what follows the last : or = of the word is put in.
    local whole="${words[-1]}"
    local head="${whole%"${whole##*[:=]}"}"
    if [[ -n "${head}" || "${COMPREPLY[*]-}" == *[:=]* ]]; then
        compopt +o filenames 2> /dev/null
        COMPREPLY=("${COMPREPLY[@]#"${head}"}")
    fi
    if [[ "${#COMPREPLY[@]}" -eq 1 && "${COMPREPLY[0]}" == *[:=,/] ]]; then
        compopt -o nospace 2> /dev/null
    fi
}

# Calls the parser's completion as if its words had been typed, the last of them being completed.
_downhill_call() {
    local -a COMP_WORDS=("${@:2}")
    local -i COMP_CWORD=$(($# - 2))
    local COMP_LINE="${*:2}"
    local -i COMP_POINT=${#COMP_LINE}
    _downhill "${1}" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
}

complete -o filenames -F _downhill_whole downhill
