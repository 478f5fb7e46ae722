using System.Text;

namespace Todoku.Cli.Completion;

/// <summary>Completion for zsh.</summary>
internal static class ZshCompletion
{
    /// <summary>The script.</summary>
    public static string Script(IReadOnlyList<CompletionVerb> verbs)
    {
        var script = new StringBuilder("#compdef todoku\n# zsh completion for todoku\n_todoku() {\n    local -a verbs\n    verbs=(\n");
        foreach (var verb in verbs) script.Append($"        '{verb.Name}:{Quote(verb.Description)}'\n");
        script.Append("    )\n    if (( CURRENT == 2 )); then _describe 'command' verbs; return; fi\n    case ${words[2]} in\n");
        foreach (var verb in verbs)
        {
            script.Append($"        {verb.Name})\n            _arguments \\\n");
            foreach (var option in verb.Options) script.Append($"                '{Option(option)}' \\\n");
            script.Append(verb.Words.Count > 0 ? $"                '2:word:({string.Join(' ', verb.Words)})'{(verb.TakesFiles ? " '*:file:_files'" : "")}\n" : "                '*:file:_files'\n");
            script.Append("            ;;\n");
        }
        script.Append("    esac\n}\n_todoku \"$@\"\n");
        return script.ToString();
    }

    private static string Option(CompletionOption option)
    {
        var description = option.Description.Length > 0 ? $"[{Quote(option.Description)}]" : "";
        if (!option.TakesValue) return $"{option.Name}{description}";
        return option.Values.Count > 0 ? $"{option.Name}={description}:value:({string.Join(' ', option.Values)})" : $"{option.Name}={description}:value:_files";
    }

    private static string Quote(string text) => text
        .Replace("'", "'\\''", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal)
        .Replace(":", "\\:", StringComparison.Ordinal);
}
