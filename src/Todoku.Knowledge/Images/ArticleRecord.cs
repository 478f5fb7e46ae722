namespace Todoku.Knowledge.Images;

/// <summary>An article; texts are indexes of strings.</summary>
internal readonly record struct ArticleRecord(
    uint Id, uint Title, uint Means, uint Verify, uint TitleJapanese, uint MeansJapanese, uint VerifyJapanese, uint Steps, ushort StepCount, Cause Cause, Fault Fault);
