package jp.fudamori.ca;

import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Fills the pool on one thread of its own: making RSA keys would keep other scheduled work waiting. */
@Component
class KeyPoolRefill implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(KeyPoolRefill.class);
    private static final int PAUSE_SECONDS = 5;

    private final KeyPool pool;
    private final Map<KeyAlgorithm, Integer> targets;
    private final ScheduledExecutorService executor;
    private volatile boolean started;

    KeyPoolRefill(KeyPool pool, AuthoritySettings settings) {
        this.pool = pool;
        this.targets = settings.keyPool();
        this.executor = Executors.newSingleThreadScheduledExecutor(KeyPoolRefill::thread);
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "key-pool");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }

    @Override
    public boolean isAutoStartup() {
        return targets.values().stream().anyMatch(target -> target > 0);
    }

    @Override
    public void start() {
        started = true;
        executor.scheduleWithFixedDelay(this::refill, 0, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        executor.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return started && !executor.isShutdown();
    }

    /** Two nodes that refill at once may each add a key too many; that does no harm. */
    void refill() {
        try {
            targets.forEach(this::refill);
        } catch (RuntimeException e) {
            LOG.warn("the key pool was not refilled; keys are made when they are needed", e);
        }
    }

    private void refill(KeyAlgorithm algorithm, int target) {
        while (!executor.isShutdown() && pool.size(algorithm) < target) {
            pool.add(algorithm, algorithm.generate());
        }
    }
}
