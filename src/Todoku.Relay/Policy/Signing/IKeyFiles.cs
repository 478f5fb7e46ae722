namespace Todoku.Relay.Policy.Signing;

/// <summary>The key files of a machine.</summary>
public interface IKeyFiles
{
    /// <summary>By what a change of the file is told; null when it can't be looked at.</summary>
    KeyFileMark? Look(string path);

    /// <summary>Reads it, if it is nobody else's business.</summary>
    KeyFileOutcome Read(string path);
}
