using Todoku.Dns.Zones;
using Todoku.Mail;

namespace Todoku.Sandbox.World;

/// <summary>The records of a zone: as a scenario has them, or in a file that may be changed while the world runs.</summary>
public abstract class ZoneSource
{
    private protected ZoneSource(DomainName name) => Name = name;

    /// <summary>The zone's name.</summary>
    public DomainName Name { get; }

    /// <summary>Its records, an SOA among them.</summary>
    public abstract IReadOnlyList<ZoneRecord> Records { get; }

    /// <summary>Looks whether they have changed.</summary>
    /// <returns>What is wrong with the change, which then is not taken over; null when nothing is.</returns>
    public abstract ZoneFileException? Look(out bool isNew);

    /// <summary>Records that stay as they are.</summary>
    /// <param name="name">The zone's name.</param>
    /// <param name="text">Its records, relative to the name.</param>
    /// <param name="file">How it is called in errors.</param>
    /// <param name="timeToLive">The time of records that have none.</param>
    /// <exception cref="ZoneFileException">Something is wrong with them.</exception>
    public static ZoneSource FromText(DomainName name, string text, string file, TimeSpan timeToLive) => new Fixed(name, ZoneTexts.Parse(name, text, file, timeToLive));

    /// <summary>Records of a file.</summary>
    /// <exception cref="ZoneFileException">Something is wrong with them.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    public static ZoneSource FromFile(DomainName name, string path, TimeSpan timeToLive) => new Watched(name, path, timeToLive);

    private sealed class Fixed(DomainName name, IReadOnlyList<ZoneRecord> records) : ZoneSource(name)
    {
        public override IReadOnlyList<ZoneRecord> Records => records;

        public override ZoneFileException? Look(out bool isNew)
        {
            isNew = false;
            return null;
        }
    }

    private sealed class Watched : ZoneSource
    {
        private readonly string _path;
        private readonly TimeSpan _timeToLive;
        private (DateTime Written, long Length) _seen;
        private IReadOnlyList<ZoneRecord> _records;

        public Watched(DomainName name, string path, TimeSpan timeToLive) : base(name)
        {
            (_path, _timeToLive) = (path, timeToLive);
            _seen = Stamp();
            _records = Read();
        }

        public override IReadOnlyList<ZoneRecord> Records => _records;

        public override ZoneFileException? Look(out bool isNew)
        {
            isNew = false;
            try
            {
                if (Stamp() is var stamp && stamp == _seen) return null;
                _seen = stamp;
                _records = Read();
                isNew = true;
            }
            catch (ZoneFileException wrong)
            {
                return wrong;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // An editor is writing it anew; it will be there at the next look.
            }
            return null;
        }

        private (DateTime Written, long Length) Stamp()
        {
            var file = new FileInfo(_path);
            return file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
        }

        private IReadOnlyList<ZoneRecord> Read()
        {
            if (new FileInfo(_path).Length > ZoneFile.MaxSize) throw new ZoneFileException(_path, 1, ZoneProblem.TooLarge, "", "");
            return ZoneTexts.Parse(Name, File.ReadAllText(_path), _path, _timeToLive);
        }
    }
}
