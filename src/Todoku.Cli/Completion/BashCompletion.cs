using System.Text;

namespace Todoku.Cli.Completion;

/// <summary>Completion for bash.</summary>
internal static class BashCompletion
{
    /// <summary>The script.</summary>
    public static string Script(IReadOnlyList<CompletionVerb> verbs)
    {
        var script = new StringBuilder();
        script.Append("""
            # bash completion for todoku
            _todoku() {
                local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} verb=${COMP_WORDS[1]}
                COMPREPLY=()
                if [[ $COMP_CWORD -eq 1 ]]; then

            """);
        script.Append($"        COMPREPLY=($(compgen -W '{string.Join(' ', verbs.Select(verb => verb.Name))} --help --version' -- \"$word\"))\n        return\n    fi\n");
        script.Append("    case $previous in\n");
        foreach (var option in verbs.SelectMany(verb => verb.Options).Where(option => option.Values.Count > 0).DistinctBy(option => option.Name))
            script.Append($"        {option.Name}) COMPREPLY=($(compgen -W '{string.Join(' ', option.Values)}' -- \"$word\")); return ;;\n");
        script.Append("    esac\n    case $verb in\n");
        foreach (var verb in verbs)
        {
            var words = verb.Options.Select(option => option.Name).Concat(verb.Words);
            // Where files may follow, words are offered only for what begins with a dash.
            var condition = verb.Words.Count > 0 ? "" : "[[ $word == -* ]] && ";
            script.Append($"        {verb.Name}) {condition}COMPREPLY=($(compgen -W '{string.Join(' ', words)}' -- \"$word\")) ;;\n");
        }
        script.Append("    esac\n}\ncomplete -o default -o bashdefault -F _todoku todoku\n");
        return script.ToString();
    }
}
