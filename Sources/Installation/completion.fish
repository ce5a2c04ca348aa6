
# Without a command the options are those of the race, after `lesson` alone there are lessons, too.
functions --copy __downhill_tokens __downhill_typed_tokens
function __downhill_tokens
    set -l tokens (__downhill_typed_tokens $argv)
    if string match -q -- '-p*' $argv[1]
        set -l all $tokens (commandline -t)
        if string match -q -- '-*' $all[2]
            set tokens $tokens[1] race $tokens[2..]
        else if test "$all[2]" = lesson; and not contains -- "$all[3]" open handout check new
            and test (count $tokens) -gt 2; or string match -q -- '-*' $all[3]
            set tokens $tokens[1..2] open $tokens[3..]
        end
    end
    printf '%s\n' $tokens
end
complete -c downhill -n '__downhill_should_offer_completions_for_positional "downhill lesson" -eq 1' \
    -fka '(__downhill_custom_completion ---completion lesson open -- positional@0 \
        (count (__downhill_tokens -pc)) (__downhill_tokens -tC))'
