using System.Text;

namespace Todoku.Cli.Completion;

/// <summary>Completion for fish.</summary>
internal static class FishCompletion
{
    /// <summary>The script.</summary>
    public static string Script(IReadOnlyList<CompletionVerb> verbs)
    {
        var script = new StringBuilder("# fish completion for todoku\n");
        foreach (var verb in verbs)
        {
            script.Append($"complete -c todoku -n __fish_use_subcommand -a {verb.Name} -d '{Quote(verb.Description)}'\n");
            var condition = $"'__fish_seen_subcommand_from {verb.Name}'";
            foreach (var option in verb.Options)
            {
                script.Append($"complete -c todoku -n {condition} -l {option.Name[2..]}");
                if (option.TakesValue) script.Append(option.Values.Count > 0 ? $" -x -a '{string.Join(' ', option.Values)}'" : " -r");
                if (option.Description.Length > 0) script.Append($" -d '{Quote(option.Description)}'");
                script.Append('\n');
            }
            if (verb.Words.Count > 0) script.Append($"complete -c todoku {(verb.TakesFiles ? "" : "-f ")}-n {condition} -a '{string.Join(' ', verb.Words)}'\n");
        }
        return script.ToString();
    }

    private static string Quote(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal);
}
