using Todoku.Knowledge;

namespace Todoku.Cli.Commands;

/// <summary>The knowledge to work with.</summary>
internal static class KnowledgeChoice
{
    /// <summary>The built-in one, with a folder of the user's own laid over it when one is given.</summary>
    /// <exception cref="KnowledgeException">A file of the folder has an error.</exception>
    public static KnowledgeBase Load(string? folder)
    {
        var knowledge = KnowledgeBase.LoadEmbedded();
        return folder is null ? knowledge : knowledge.WithOverlay(folder);
    }
}
