namespace Todoku.Cli.Batch;

/// <summary>Whole lines of input (<see cref="LineBlockReader"/>).</summary>
/// <param name="capacity">Octets read at a time. A longer line makes the block grow, up to <see cref="LineBlockReader.MaxLine"/>.</param>
internal abstract class LineBlock(int capacity)
{
    /// <summary>The octets; <see cref="Length"/> of them are whole lines.</summary>
    public byte[] Buffer { get; set; } = new byte[capacity];

    /// <summary>How many octets are filled.</summary>
    public int Length { get; set; }
}
