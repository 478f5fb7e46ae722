namespace Todoku.Logs.Reading;

/// <summary>Where blocks of whole lines come from, in order. Used by one thread at a time.</summary>
internal interface IBlockSource : IDisposable
{
    /// <summary>Fills a cleared block; false at the end.</summary>
    bool Fill(LogBlock block);

    /// <summary>How far it is.</summary>
    ReadProgress Progress { get; }
}
