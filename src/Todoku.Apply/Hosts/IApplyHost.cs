namespace Todoku.Apply.Hosts;

/// <summary>The files and programs of the host that is changed. Text is octets as Latin-1 (<see cref="Files.Octets"/>), so that no file is altered by being read.</summary>
public interface IApplyHost
{
    /// <summary>Reads a file; null when there is none.</summary>
    /// <exception cref="IOException">It can't be read, or is larger than any configuration file is.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not read it.</exception>
    string? Read(string path);

    /// <summary>
    /// Puts a text in the place of a file's in one step. Where the path is a symbolic link, the file that it leads to is replaced. Owner, mode and labels stay.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="text">All of it.</param>
    /// <param name="modeWhenNew">Who may do what with a file that was not there.</param>
    /// <exception cref="IOException">It can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not write it.</exception>
    void Write(string path, string text, UnixFileMode modeWhenNew);

    /// <summary>Makes a folder for root alone, with those above it, unless it is there.</summary>
    /// <exception cref="IOException">It can't be made.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not make it.</exception>
    void MakePrivateFolder(string path);

    /// <summary>Takes a lock that one program on the host can have at a time; it is given back at the latest when the program ends, however it ends.</summary>
    /// <param name="path">The file that stands for it; it stays.</param>
    /// <returns>What gives the lock back; null when another program has it.</returns>
    /// <exception cref="IOException">The file can't be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not open it.</exception>
    IDisposable? TryLock(string path);

    /// <summary>Removes a file, if there is one.</summary>
    /// <exception cref="IOException">It can't be removed.</exception>
    void Delete(string path);

    /// <summary>The files of a folder whose names end in something, by name; none when there is no such folder.</summary>
    IReadOnlyList<string> FilesIn(string folder, string ending);

    /// <summary>The folders in a folder, by name; none when there is no such folder.</summary>
    IReadOnlyList<string> FoldersIn(string folder);

    /// <summary>Runs a program to its end. One that there is not, or that takes too long, ends with <see cref="CommandResult.NotRun"/>.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    Task<CommandResult> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken);
}
