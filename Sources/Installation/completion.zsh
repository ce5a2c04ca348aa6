# What ends in a sign that something must follow gets no blank behind it; a colon is a colon.
__downhill_complete() {
    local -a open=("${(M)@:#*[:=,/]}") whole=("${@:#*[:=,/]}")
    local -i ret=1
    (( ${#whole} )) && compadd -a whole && ret=0
    (( ${#open} )) && compadd -S '' -a open && ret=0
    return ret
}

# Without a command the options are those of the race, after `lesson` alone there are lessons, too.
functions[_downhill_commanded]=$functions[_downhill]
_downhill() {
    local -i ret=1
    if [[ "${words[2]}" == -* ]]; then
        words=("${words[1]}" race "${words[@]:1}")
        (( CURRENT++ ))
    elif [[ "${words[2]}" == lesson ]] && (( CURRENT > 2 )) &&
        [[ "${words[3]}" != (open|handout|check|new) ]]
    then
        local -a typed=("${words[@]}")
        local -i place=CURRENT
        (( CURRENT == 3 )) && _downhill_commanded "${@}" && ret=0
        words=("${(@)typed[1,2]}" open "${(@)typed[3,-1]}")
        CURRENT=place+1
    fi
    _downhill_commanded "${@}" && ret=0
    return ret
}

