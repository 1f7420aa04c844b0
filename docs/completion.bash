# Completion for bash: verbs, options, chapters, steps, figures.
#   eval "$(./workbook completion)"          in this shell; put it into ~/.bashrc for all
# shellcheck shell=bash disable=SC2207

# The folder of the workbook whose command line is being typed.
_workbook_root() {
    local command=${COMP_WORDS[0]/#\~/$HOME} path
    path=$(type -P -- "$command" 2>/dev/null) || path=$command
    path=$(readlink -f -- "$path" 2>/dev/null) && printf '%s' "${path%/*}"
}

# "1 01_perceptron perceptron 2 …"
_workbook_chapters() {
    local folder name
    for folder in "$1"/chapters/[0-9][0-9]_*/; do
        [[ -d $folder ]] || continue
        name=${folder%/} name=${name##*/}
        printf '%s %s %s ' "$((10#${name%%_*}))" "$name" "${name#*_}"
    done
}

# "1.1 1.2 …": the interfaces name the step of every function; nothing has to be built.
_workbook_steps() {
    grep -hoE '^/// Step [0-9]+\.[0-9]+' "$1"/chapters/[0-9][0-9]_*/*.hpp 2>/dev/null |
        grep -oE '[0-9]+\.[0-9]+$' | sort -uV | tr '\n' ' '
}

# Names of figures: those that were drawn, else those that the chapters define.
_workbook_figures() {
    local build=${WORKBOOK_BUILD:-$1/build} file
    {
        for file in "$build"/figures/*.png; do
            [[ -e $file ]] && file=${file##*/} && printf '%s\n' "${file%.png}"
        done
        grep -hoE '\.name = "[a-z0-9_]+"' "$1"/chapters/[0-9][0-9]_*/*.cpp 2>/dev/null |
            cut -d '"' -f 2
    } | sort -u | tr '\n' ' '
}

# "glossary notation …": a page of the book begins with its title and {#its_name}.
_workbook_pages() {
    awk 'FNR == 1 && match($0, /[{]#[a-z_]+[}]/) { print substr($0, RSTART + 2, RLENGTH - 3) }' \
        "$1"/docs/pages/*.md 2>/dev/null |
        grep -vx mainpage | tr '\n' ' '
}

_workbook() {
    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    local root words=--help
    root=$(_workbook_root)
    COMPREPLY=()

    if [[ $COMP_CWORD -eq 1 ]]; then
        words+=" check watch list hint read reset run figures notes grade release update test"
        words+=" debug doctor new bench skeletons completion"
        COMPREPLY=($(compgen -W "$words" -- "$current"))
        return
    fi

    # What belongs to the option before.
    case $before in
        --from | --out | --merge)
            compopt -o filenames 2>/dev/null
            COMPREPLY=($(compgen -d -- "$current"))
            return
            ;;
        --roster | --mapping | --settings | --marks)
            compopt -o filenames 2>/dev/null
            COMPREPLY=($(compgen -f -- "$current"))
            return
            ;;
        --seed | --jobs | --due | --late | --late-at-most | --assignment | --shard | --only | --sizes | \
            --different | --students) return ;;
        --chapters) words=$(_workbook_chapters "$root") ;;
        --count) words="$(_workbook_chapters "$root") $(_workbook_steps "$root")" ;;
        --weights) words=$(_workbook_chapters "$root") ;;
        --hide | --points) words=$(_workbook_steps "$root") ;;
    esac

    case ${COMP_WORDS[1]} in
        check | watch) words+=" $(_workbook_chapters "$root") $(_workbook_steps "$root")" ;;
        read)
            words+=" $(_workbook_chapters "$root") $(_workbook_steps "$root")"
            words+=" $(_workbook_pages "$root")"
            ;;
        hint | debug) words+=" $(_workbook_steps "$root")" ;;
        reset | run | bench | test) words+=" $(_workbook_chapters "$root")" ;;
        figures) words+=" $(_workbook_chapters "$root") $(_workbook_figures "$root")" ;;
    esac
    case ${COMP_WORDS[1]} in
        check) words+=" --solutions --from --seed --json" ;;
        watch | debug) words+=" --solutions --from --seed" ;;
        list) words+=" --json" ;;
        run) words+=" --solutions" ;;
        figures) words+=" --solutions --out" ;;
        notes) words+=" --instructor --pdf" ;;
        grade)
            words+=" --out --resume --jobs --seed --roster --mapping --chapters --count --hide --due"
            words+=" --late --late-at-most --points --weights --marks --assignment --anonymous"
            words+=" --follow --only --shard --merge --unsafe --settings"
            ;;
        release) words+=" --archive --without-book" ;;
        bench) words+=" grade --students --sizes --different" ;;
        test) words+=" -R -E -L --output-on-failure" ;;
    esac
    if [[ ${COMP_WORDS[1]} =~ ^(grade|release)$ && $current != -* ]]; then
        compopt -o filenames 2>/dev/null
        COMPREPLY=($(compgen -d -- "$current"))
        return
    fi
    if [[ ${COMP_WORDS[1]} == update && $current != -* ]]; then
        compopt -o filenames 2>/dev/null
        COMPREPLY=($(compgen -f -- "$current"))
        return
    fi
    COMPREPLY=($(compgen -W "$words" -- "$current"))
}

complete -F _workbook workbook ./workbook
