using Todoku.Logs.Envelopes;

namespace Todoku.Logs.Correlation;

/// <summary>
/// Turns stamps into UTC, in the order of the lines. A stamp without a year takes the year of the line before; the first takes the
/// one that puts it at or before the time its file was last written. A step back by more than half a year is a new year if that begins before the file was written, a step
/// forward by as much a late line of the old one; 29 February moves to the nearest leap year at or before, and what follows with it
/// (files are looked through for that day before: <see cref="Sources.Discovery.LeapDaySearch"/>; a pipe can't be).
/// </summary>
internal sealed class LogClock(TimeZoneInfo zone)
{
    private static readonly long HalfYear = TimeSpan.FromDays(183).Ticks;
    private static readonly long Day = TimeSpan.TicksPerDay;
    private static readonly long OneHour = TimeSpan.TicksPerHour;

    private int _year;
    private long _lastStandIn = -1;
    private long _lastUtc;
    private long _cachedHour = long.MinValue;
    private long _cachedOffset;

    /// <summary>Whether a year was inferred.</summary>
    public bool YearInferred { get; private set; }

    /// <summary>Times that lay more than an hour before the line above.</summary>
    public long Jumps { get; private set; }

    /// <summary>The offset of the last stamp.</summary>
    public TimeSpan Offset { get; private set; }

    /// <summary>Whether lines are read as they are written, so that no file's time bounds them.</summary>
    public bool IsFollowing { get; set; }

    /// <summary>Tells that another file begins.</summary>
    /// <param name="lastWriteUtc">When its last line was written.</param>
    public void BeginFile(DateTimeOffset lastWriteUtc)
    {
        // Files of a chain follow each other: the year goes on unless this is the first or time seems to have gone back.
        _lastStandIn = -1;
        _year = TimeZoneInfo.ConvertTime(lastWriteUtc, zone).Year;
        _fileLocalTicks = TimeZoneInfo.ConvertTime(lastWriteUtc, zone).Ticks;
    }

    private long _fileLocalTicks;

    /// <summary>The UTC ticks of a stamp.</summary>
    public long ToUtc(in LogTime time)
    {
        var utc = time.Kind switch
        {
            LogTimeKind.Utc => Absolute(time),
            LogTimeKind.UtcOnly => InZone(time.Ticks),
            LogTimeKind.Local => time.Ticks - LocalOffset(time.Ticks),
            _ => Yearless(time.Ticks),
        };
        if (_lastUtc - utc > OneHour) Jumps++;
        _lastUtc = utc;
        return utc;
    }

    private long Absolute(in LogTime time)
    {
        Offset = TimeSpan.FromMinutes(time.OffsetMinutes);
        return time.Ticks;
    }

    private long InZone(long utcTicks)
    {
        Offset = zone.GetUtcOffset(new DateTime(utcTicks, DateTimeKind.Utc));
        _cachedHour = long.MinValue;
        return utcTicks;
    }

    private long Yearless(long standIn)
    {
        YearInferred = true;
        if (_lastStandIn < 0)
        {
            while (_year > 1970 && InYear(standIn, _year) > _fileLocalTicks + Day) _year--;
        }
        else if (_lastStandIn - standIn > HalfYear)
        {
            // Lines out of order do not lead past the time at which the file was written.
            if (IsFollowing || InYear(standIn, _year + 1) <= _fileLocalTicks + Day) _year++;
        }
        else if (standIn - _lastStandIn > HalfYear)
        {
            var late = InYear(standIn, _year - 1);
            return late - LocalOffset(late);
        }
        _lastStandIn = standIn;
        if (standIn >= LeapDay && standIn < March)
        {
            while (!DateTime.IsLeapYear(_year)) _year--;
        }
        var local = InYear(standIn, _year);
        return local - LocalOffset(local);
    }

    private int _baseYear;
    private long _baseBeforeMarch, _baseFromMarch;

    // Moves a time of the stand-in leap year into another year.
    private long InYear(long standIn, int year)
    {
        if (year != _baseYear)
        {
            _baseYear = year;
            _baseBeforeMarch = new DateTime(year, 1, 1).Ticks - new DateTime(LogTime.StandInYear, 1, 1).Ticks;
            _baseFromMarch = new DateTime(year, 3, 1).Ticks - new DateTime(LogTime.StandInYear, 3, 1).Ticks;
        }
        if (standIn >= March) return standIn + _baseFromMarch;
        if (standIn < LeapDay || DateTime.IsLeapYear(year)) return standIn + _baseBeforeMarch;
        while (!DateTime.IsLeapYear(year)) year--;
        return standIn + new DateTime(year, 1, 1).Ticks - new DateTime(LogTime.StandInYear, 1, 1).Ticks;
    }

    private static readonly long March = new DateTime(LogTime.StandInYear, 3, 1).Ticks;
    private static readonly long LeapDay = new DateTime(LogTime.StandInYear, 2, 29).Ticks;

    private long LocalOffset(long localTicks)
    {
        var hour = localTicks / OneHour;
        if (hour != _cachedHour)
        {
            _cachedHour = hour;
            Offset = zone.GetUtcOffset(new DateTime(localTicks, DateTimeKind.Unspecified));
            _cachedOffset = Offset.Ticks;
        }
        return _cachedOffset;
    }
}
