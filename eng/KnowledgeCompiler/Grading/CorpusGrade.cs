namespace Todoku.KnowledgeCompilation.Grading;

/// <summary>How well a corpus of replies was read.</summary>
internal sealed class CorpusGrade
{
    /// <summary>Replies whose cause was right, of all.</summary>
    public Share Cause { get; } = new();

    /// <summary>Replies whose provider was right, of those whose text, relay host or log shows it.</summary>
    public Share Provider { get; } = new();

    /// <summary>Replies that were rightly taken as temporary or permanent, of all.</summary>
    public Share Temporary { get; } = new();

    /// <summary>A line for each reply that was read wrong.</summary>
    public List<string> Misses { get; } = [];

    public override string ToString() => $"cause {Cause}, provider {Provider}, temporary {Temporary}";

    /// <summary>Right ones of all.</summary>
    internal sealed class Share
    {
        public int Right { get; private set; }

        public int Total { get; private set; }

        public double Percent => Total == 0 ? 100 : 100.0 * Right / Total;

        public bool Count(bool right)
        {
            Total++;
            if (right) Right++;
            return right;
        }

        public override string ToString() => $"{Right}/{Total} ({Percent:0.0} %)";
    }
}
